package org.luminousnix.nix.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.syntax.Mutations;
import org.luminousnix.nix.syntax.Oracle;
import org.luminousnix.nix.syntax.SyntaxTree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Compares the parser with Nix's own. With `LUMINOUS_NIX_MUTATIONS` more texts are mutated than the 150 that every build tries.
class OracleTest
{
    @TempDir
    private Path directory;

    private Oracle oracle;

    @BeforeEach
    void findNix()
    {
        assumeTrue(Oracle.isPresent(), "nix-instantiate is not installed: the parser is not compared with Nix's own");
        oracle = new Oracle(directory);
    }

    @Test
    void parse_ofEveryShapeAndItsEdits_isTakenByNix()
    {
        List<String> texts = new ArrayList<>();
        for (Shape shape : Shape.all()) {
            for (String text : shape.variants()) {
                texts.add(text);
                if (Configuration.parse(text).addPackage("ripgrep") instanceof EditResult.Edited edited) {
                    texts.add(edited.files().getFirst().after());
                }
            }
        }

        assertThat(oracle.rejection(texts)).isEmpty();
    }

    @Test
    void parse_ofMutatedTexts_takesAndRejectsWhatNixDoes()
    {
        Mutations mutations = new Mutations(new Random(20261120));
        List<Shape> shapes = Shape.all();
        int count = Integer.parseInt(System.getenv().getOrDefault("LUMINOUS_NIX_MUTATIONS", "150"));
        List<String> taken = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            String text = mutations.mutate(shapes.get(index % shapes.size()).before());
            if (SyntaxTree.parse(text).errors().isEmpty()) {
                taken.add(text);
            }
            else {
                assertThat(oracle.rejection(List.of(text))).as(text).isNotEmpty();
            }
        }

        assertThat(taken).isNotEmpty();
        assertThat(oracle.rejection(taken)).isEmpty();
    }

    @Test
    void edits_generated_areUndoneByTheirInverseAndTakenByNix()
    {
        GeneratedEdits generated = new GeneratedEdits(new Random(20261120));
        List<String> texts = new ArrayList<>();
        for (int round = 0; round < 5000; round++) {
            GeneratedEdits.Round edit = generated.next();
            Configuration configuration = Configuration.parse(edit.text());
            if (configuration.apply(List.of(edit.edit())) instanceof EditResult.Edited edited) {
                texts.add(edited.files().getFirst().after());
                EditResult back = configuration.after(edited).apply(List.of(edit.inverse()));
                assertThat(back).as("%s in %s", edit.edit(), edit.text()).isInstanceOf(EditResult.Edited.class);
                assertThat(((EditResult.Edited) back).files().getFirst().after()).as("%s", edit.edit()).isEqualTo(edit.text());
            }
        }

        assertThat(texts).hasSizeGreaterThan(3000);
        assertThat(oracle.rejection(texts)).isEmpty();
    }

    @Test
    void parse_ofAllFilesOfTheTree_isWhatNixSays()
            throws IOException
    {
        String tree = System.getenv("LUMINOUS_NIX_NIXPKGS");
        assumeTrue(tree != null, "LUMINOUS_NIX_NIXPKGS names no nixpkgs tree: its files are not compared");
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(tree))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".nix") && Files.isRegularFile(path)).toList()) {
                String text = Files.readString(file);
                SyntaxTree parsed = SyntaxTree.parse(text);
                assertThat(parsed.print()).isEqualTo(text);
                assertThat(parsed.errors()).as(file.toString()).isEmpty();
                texts.add(text);
            }
        }

        assertThat(oracle.rejection(texts)).isEmpty();
    }
}
