package org.luminousnix.daemon.planning;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActionTest
{
    @ParameterizedTest
    @ValueSource(strings = {"ripgrep", "python3Packages.numpy", "jdk21", "nodejs_20", "gnome.nautilus", "lib60870"})
    void isAttribute_ofAPackage_holds(String attribute)
    {
        assertThat(Grammar.isAttribute(attribute)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$(id)", "a b", "-iA", "a;b", "../x", "a.", ".a", "a\nb", "\"x\"", "вlc", "a/b", "${x}"})
    void isAttribute_ofAnythingElse_fails(String text)
    {
        assertThat(Grammar.isAttribute(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-u sshd", "--vacuum-size=1", "../../etc/passwd", "a b", "", "a\nb"})
    void isUnit_ofAFlagOrPath_fails(String text)
    {
        assertThat(Grammar.isUnit(text)).isFalse();
    }

    @Test
    void installToProfile_withAFlag_isRefused()
    {
        assertThatThrownBy(() -> new Action.InstallToProfile(List.of("hello", "--impure"))).hasMessageContaining("--impure");
    }

    @Test
    void reversed_editOfTwoFiles_takesBothBackInReverse()
    {
        FileChange first = new FileChange(Path.of("/a.nix"), Optional.of("1"), Optional.of("2"));
        FileChange second = new FileChange(Path.of("/b.nix"), Optional.empty(), Optional.of("3"));

        assertThat(new Action.EditConfiguration(List.of(first, second), "x").reversed().changes())
                .containsExactly(new FileChange(Path.of("/b.nix"), Optional.of("3"), Optional.empty()),
                        new FileChange(Path.of("/a.nix"), Optional.of("2"), Optional.of("1")));
    }

    @Test
    void risk_ofADraft_isThatOfItsWorstAction()
    {
        Draft draft = new Draft("x", List.of(new Action.BuildSystem(), new Action.CollectGarbage(), new Action.RollbackSystem(3, 4)),
                List.of(), List.of());

        assertThat(draft.risk()).isEqualTo(Risk.DESTRUCTIVE);
    }
}
