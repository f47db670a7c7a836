package org.luminousnix.daemon.safety;

import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.FileChange;
import org.luminousnix.daemon.planning.Verdict;
import org.luminousnix.daemon.planning.Verdict.Approval;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class SafetyGateTest
{
    private static final Path CONFIGURATION = Path.of("/etc/nixos");

    private final SafetyGate gate = new SafetyGate(Rules.all(CONFIGURATION));

    @Test
    void judge_anEditByAnOperator_asksYesOrNo()
    {
        assertThat(gate.judge(edit("/etc/nixos/configuration.nix"), Role.OPERATOR))
                .isEqualTo(new Verdict.NeedsApproval(new Approval.YesOrNo()));
    }

    @Test
    void judge_anEditByAUser_isRefusedWithWhoCanDoIt()
    {
        assertThat(gate.judge(edit("/etc/nixos/configuration.nix"), Role.USER)).isInstanceOfSatisfying(Verdict.Refused.class,
                refused -> assertThat(refused.reasons()).singleElement().asString().contains("you are a user here", "operators' group"));
    }

    @Test
    void judge_anEditOutsideOfTheConfiguration_isRefused()
    {
        assertThat(gate.judge(edit("/etc/nixos/../shadow"), Role.OPERATOR)).isInstanceOfSatisfying(Verdict.Refused.class,
                refused -> assertThat(refused.reasons()).singleElement().asString().contains("outside of /etc/nixos"));
    }

    @Test
    void judge_aCollection_asksForAWord()
    {
        Draft draft = new Draft("Collect", List.of(new Action.CollectGarbage()), List.of(), List.of());

        assertThat(gate.judge(draft, Role.OPERATOR)).isEqualTo(new Verdict.NeedsApproval(new Approval.TypeWord("collect")));
    }

    @Test
    void judge_aProfileInstallationByAViewer_isRefused()
    {
        Draft draft = new Draft("Install", List.of(new Action.InstallToProfile(List.of("hello"))), List.of(), List.of());

        assertThat(gate.judge(draft, Role.VIEWER)).isInstanceOf(Verdict.Refused.class);
        assertThat(gate.judge(draft, Role.USER)).isInstanceOf(Verdict.NeedsApproval.class);
    }

    private static Draft edit(String file)
    {
        FileChange change = new FileChange(Path.of(file), Optional.of("a"), Optional.of("b"));
        return new Draft("Edit", List.of(new Action.EditConfiguration(List.of(change), "Edit")), List.of(), List.of());
    }
}
