package org.luminousnix.daemon.planning;

import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActionJsonTest
{
    private static final FileChange CHANGE = new FileChange(Path.of("/etc/nixos/configuration.nix"), Optional.of("a"), Optional.of("b"));
    private static final Draft DRAFT = new Draft("Install ripgrep",
            List.of(new Action.EditConfiguration(List.of(CHANGE), "Add ripgrep"), new Action.BuildSystem(),
                    new Action.ActivateSystem(ActivationMode.SWITCH)),
            List.of(new Probe.PackageInSystem("ripgrep", true, List.of("rg"))), List.of());

    @Test
    void read_whatWasWritten_isEqual()
    {
        assertThat(ActionJson.read(ActionJson.write(DRAFT))).isEqualTo(DRAFT);
    }

    @Test
    void write_draft_namesEachKindAndSortsMembers()
    {
        assertThat(ActionJson.write(DRAFT)).contains("{\"kind\":\"build-system\"}", "\"kind\":\"package-in-system\"",
                "{\"actions\":[{\"kind\":\"edit-configuration\",\"changes\":[{\"after\":\"b\",\"before\":\"a\"");
    }

    @Test
    void read_anUnknownKind_isRefused()
    {
        assertThatThrownBy(() -> ActionJson.read("{\"title\":\"x\",\"actions\":[{\"kind\":\"run-shell\"}],\"probes\":[],\"notes\":[]}"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void digest_ofTheSameDraft_isTheSame()
    {
        assertThat(ActionJson.digest(DRAFT, "alice", true))
                .isEqualTo(ActionJson.digest(ActionJson.read(ActionJson.write(DRAFT)), "alice", true)).hasSize(64);
    }

    @Test
    void digest_forAnotherOwnerOrPlaceOrText_differs()
    {
        String digest = ActionJson.digest(DRAFT, "alice", true);
        FileChange other = new FileChange(CHANGE.file(), Optional.of("a"), Optional.of("c"));
        Draft changed = new Draft(DRAFT.title(),
                List.of(new Action.EditConfiguration(List.of(other), "Add ripgrep"), new Action.BuildSystem(),
                        new Action.ActivateSystem(ActivationMode.SWITCH)),
                DRAFT.probes(), DRAFT.notes());

        assertThat(digest).isNotEqualTo(ActionJson.digest(DRAFT, "bob", true)).isNotEqualTo(ActionJson.digest(DRAFT, "alice", false))
                .isNotEqualTo(ActionJson.digest(changed, "alice", true));
    }
}
