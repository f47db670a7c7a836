package org.luminousnix.nix.configuration;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.lab.Lab;
import org.luminousnix.nix.syntax.Oracle;
import org.luminousnix.nix.syntax.SyntaxTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Parses and edits every .nix file of a lab, as it lies on the disk.
class LabFilesEditTest
{
    @TempDir
    private static Path directory;

    private static final Map<Path, String> FILES = new LinkedHashMap<>();

    @BeforeAll
    static void layOut() throws IOException
    {
        Path root = Lab.at(directory.resolve("lab")).root();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(each -> each.toString().endsWith(".nix")).sorted().toList()) {
                FILES.put(file, Files.readString(file));
            }
        }
        assertThat(FILES).hasSizeGreaterThan(30);
    }

    @Test
    void print_everyFile_isWhatWasParsed()
    {
        assertThat(FILES).allSatisfy((_, text) -> {
            SyntaxTree tree = SyntaxTree.parse(text);
            assertThat(tree.errors()).isEmpty();
            assertThat(tree.print()).isEqualTo(text);
        });
    }

    @Test
    void removePackage_afterAdding_givesTheSameBytesInEveryFile()
    {
        assertThat(FILES).allSatisfy((file, text) -> {
            if (Configuration.parse(file, text).addPackage("ripgrep") instanceof EditResult.Edited added) {
                Configuration changed = Configuration.parse(file, text).after(added);
                EditResult.Edited removed = (EditResult.Edited) changed.removePackage("ripgrep");
                assertThat(changed.after(removed).text(file)).contains(text);
            }
        });
    }

    @Test
    void addPackage_inEveryFileThatTakesIt_isAcceptedByNix()
    {
        assumeTrue(Oracle.isPresent(), "skipped: nix-instantiate is not there");

        List<String> edited = FILES.entrySet().stream()
                .filter(entry -> Configuration.parse(entry.getKey(), entry.getValue()).addPackage("ripgrep") instanceof EditResult.Edited)
                .map(entry -> ((EditResult.Edited) Configuration.parse(entry.getKey(), entry.getValue()).addPackage("ripgrep")).files()
                        .getFirst().after())
                .toList();

        assertThat(edited).isNotEmpty().allSatisfy(text -> assertThat(text).contains("ripgrep"));
        assertThat(new Oracle(directory).rejection(edited)).isEmpty();
    }
}
