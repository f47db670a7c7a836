package org.luminousnix.nix.configuration;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.luminousnix.nix.syntax.SyntaxTree;

import static org.assertj.core.api.Assertions.assertThat;

class ShapesTest
{
    @Test
    void shapes_areAtLeastSixty()
    {
        assertThat(Shape.all()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("org.luminousnix.nix.configuration.Shape#all")
    void print_ofEveryShape_givesTheSameText(Shape shape)
    {
        for (String text : shape.variants()) {
            assertThat(SyntaxTree.parse(text).print()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("org.luminousnix.nix.configuration.Shape#all")
    void addPackage_toEveryShape_givesWhatWasReviewed(Shape shape)
    {
        String outcome = switch (Configuration.parse(shape.before()).addPackage("ripgrep")) {
            case EditResult.Edited edited -> "edited" + (edited.notes().isEmpty() ? "" : ": " + String.join("; ", edited.notes())) + "\n"
                    + edited.files().getFirst().after();
            case EditResult.Unchanged unchanged -> "unchanged: " + unchanged.reason() + "\n";
            case EditResult.Refused refused -> "refused: " + refused.reason() + "\n" + refused.patch();
        };

        assertThat(outcome).isEqualTo(shape.outcome() + "\n" + shape.after());
    }

    @ParameterizedTest
    @MethodSource("org.luminousnix.nix.configuration.Shape#edited")
    void addThenRemove_inEveryShapeAndVariant_leavesTheSameBytes(Shape shape)
    {
        for (String text : shape.variants()) {
            Configuration configuration = Configuration.parse(text);
            EditResult.Edited added = (EditResult.Edited) configuration.addPackage("ripgrep");

            EditResult removed = configuration.after(added).removePackage("ripgrep");

            assertThat(SyntaxTree.parse(added.files().getFirst().after()).errors()).isEmpty();
            assertThat(removed).isInstanceOfSatisfying(EditResult.Edited.class,
                    edited -> assertThat(edited.files().getFirst().after()).isEqualTo(text));
        }
    }

    @ParameterizedTest
    @MethodSource("org.luminousnix.nix.configuration.Shape#edited")
    void addThreeThenRemoveThree_inEveryShape_leavesTheSameBytes(Shape shape)
    {
        List<String> packages = List.of("ripgrep", "python3Packages.numpy", "_7zz");
        Configuration configuration = Configuration.parse(shape.before());
        for (String name : packages) {
            configuration = configuration.after((EditResult.Edited) configuration.addPackage(name));
        }
        for (String name : packages) {
            configuration = configuration.after((EditResult.Edited) configuration.removePackage(name));
        }

        assertThat(configuration.text(configuration.files().getFirst())).contains(shape.before());
    }

    @ParameterizedTest
    @MethodSource("org.luminousnix.nix.configuration.Shape#edited")
    void addPackage_withTheLineEndsOfWindows_addsNoOthers(Shape shape)
    {
        String text = shape.before().replace("\n", "\r\n");

        EditResult.Edited added = (EditResult.Edited) Configuration.parse(text).addPackage("ripgrep");

        assertThat(added.files().getFirst().after().replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }
}
