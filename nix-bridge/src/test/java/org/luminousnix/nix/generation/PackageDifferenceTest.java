package org.luminousnix.nix.generation;

import org.junit.jupiter.api.Test;

import org.luminousnix.nix.generation.PackageDifference.Change;
import org.luminousnix.nix.generation.PackageDifference.Kind;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PackageDifferenceTest
{
    @Test
    void between_tellsWhatCameWentAndChanged()
    {
        var before = List.of(Path.of("/s/a-vim-9.0"), Path.of("/s/b-git-2.1"), Path.of("/s/c-same-1"), Path.of("/s/d-nano-7"));
        var after = List.of(Path.of("/s/e-vim-9.1"), Path.of("/s/f-git-2.1"), Path.of("/s/c-same-1"), Path.of("/s/g-jq-1.7"));

        var changes = PackageDifference.between(before, after).changes();

        assertThat(changes).extracting(Change::name).containsExactly("git", "jq", "nano", "vim");
        assertThat(changes).extracting(Change::kind).containsExactly(Kind.REBUILT, Kind.ADDED, Kind.REMOVED, Kind.CHANGED);
        assertThat(changes.getLast()).isEqualTo(new Change("vim", List.of("9.0"), List.of("9.1")));
    }

    @Test
    void parse_cutsBeforeTheFirstDashThatNoLetterFollows()
    {
        assertThat(PackageName.parse("python3.11-foo-bar-1.2-rc1")).isEqualTo(new PackageName("python3.11-foo-bar", "1.2-rc1"));
    }

    @Test
    void parse_withoutVersion_hasNone()
    {
        assertThat(PackageName.parse("system-path")).isEqualTo(new PackageName("system-path", ""));
    }
}
