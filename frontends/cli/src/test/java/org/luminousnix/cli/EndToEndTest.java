package org.luminousnix.cli;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.cli.LabMachine.Ended;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/// One life of a lab: each test goes on where the one before ended. The real client, daemon, socket and Nix.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(400)
class EndToEndTest
{
    @TempDir
    private static Path directory;

    private static LabMachine machine;
    private static byte[] before;

    @BeforeAll
    static void begin() throws IOException
    {
        machine = new LabMachine(directory);
        Ended first = machine.ask("list generations");
        assertThat(first.code()).as(first.toString()).isZero();
        before = Files.readAllBytes(machine.configuration());
    }

    @AfterAll
    static void end()
    {
        machine.close();
    }

    @Test
    @Order(1)
    void dryRun_ofAnInstallation_changesNothing() throws IOException
    {
        Ended ended = machine.ask("--dry-run", "please install ripgrep");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("ripgrep", "+", "Lab:", "dry run");
        assertThat(Files.readAllBytes(machine.configuration())).isEqualTo(before);
        assertThat(machine.generations()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void pipe_withoutYes_showsThePlanAndDeclines() throws IOException
    {
        Ended ended = machine.ask("please install ripgrep");

        assertThat(ended.code()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.out()).contains("ripgrep", "--yes").doesNotContain("\u001b", "\r");
        assertThat(Files.readAllBytes(machine.configuration())).isEqualTo(before);
    }

    @Test
    @Order(3)
    void install_withYes_endsVerified()
    {
        Ended ended = machine.ask("--yes", "please install ripgrep");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("Verified", "undo that");
        assertThat(LabMachine.read(machine.configuration())).contains("ripgrep");
        assertThat(machine.hasProgram("rg")).isTrue();
        assertThat(machine.generations()).isEqualTo(2);
    }

    @Test
    @Order(4)
    void removeAgain_withYes_leavesTheConfigurationByteForByte() throws IOException
    {
        Ended ended = machine.ask("--yes", "actually remove it again");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("Verified");
        assertThat(Files.readAllBytes(machine.configuration())).isEqualTo(before);
        assertThat(machine.hasProgram("rg")).isFalse();
        assertThat(machine.generations()).isEqualTo(3);
    }

    @Test
    @Order(5)
    void undo_withYes_bringsTheSecondBack()
    {
        Ended ended = machine.ask("--yes", "undo that");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(LabMachine.read(machine.configuration())).contains("ripgrep");
        assertThat(machine.hasProgram("rg")).isTrue();
    }

    @Test
    @Order(6)
    void search_byDescription_listsPackages()
    {
        Ended ended = machine.ask("find a tool that searches text in files");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("ripgrep");
    }

    @Test
    @Order(7)
    void nonsense_isNotUnderstood()
    {
        Ended ended = machine.ask("colourless green ideas sleep furiously");

        assertThat(ended.code()).as(ended.toString()).isEqualTo(4);
    }

    @Test
    @Order(8)
    void plan_appliedTwice_isRefused()
    {
        try (var client = machine.connect()) {
            SocketFlow flow = new SocketFlow(client);
            var plan = flow.plan("install htop");
            assertThat(flow.apply(plan, plan.digest()).verified()).isTrue();
            assertThat(flow.refusal(plan, plan.digest())).isEqualTo(-32003);
        }
    }

    @Test
    @Order(9)
    void plan_withAnotherDigest_isRefused()
    {
        try (var client = machine.connect()) {
            SocketFlow flow = new SocketFlow(client);
            assertThat(flow.refusal(flow.plan("install jq"), "sha256-of-something-else")).isEqualTo(-32003);
        }
    }

    @Test
    @Order(10)
    void installRemoveUndo_overTheSocket_eachEndVerified() throws IOException
    {
        byte[] start = Files.readAllBytes(machine.configuration());
        try (var client = machine.connect()) {
            SocketFlow flow = new SocketFlow(client);
            var install = flow.plan("install tree");
            assertThat(flow.apply(install, install.digest()).verified()).isTrue();
            var remove = flow.plan("remove it again");
            var removed = flow.apply(remove, remove.digest());
            assertThat(removed.verified()).isTrue();
            assertThat(Files.readAllBytes(machine.configuration())).isEqualTo(start);
            var undo = flow.undo(removed);
            assertThat(flow.apply(undo, undo.digest()).verified()).isTrue();
            assertThat(machine.hasProgram("tree")).isTrue();
        }
    }

    @Test
    @Order(11)
    void rollBack_withYes_endsVerifiedAndBringsTheFormerSystemBack()
    {
        long generations = machine.generations();

        Ended ended = machine.ask("--yes", "roll back to the previous generation");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("Verified");
        assertThat(machine.hasProgram("tree")).isFalse();
        assertThat(machine.generations()).isEqualTo(generations);
    }

    @Test
    @Order(12)
    void setting_aServiceWithARestriction_endsVerifiedInOnePlan()
    {
        Ended ended = machine.ask("--yes", "turn on ssh but only with keys");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out().replaceAll("\\s+", " ")).contains("services.openssh.enable evaluates to true",
                "PasswordAuthentication evaluates to false");
    }

    @Test
    @Order(13)
    void setting_ofAValueThatIsThere_changesNothing()
    {
        Ended ended = machine.ask("--yes", "turn on ssh");

        assertThat(ended.code()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.out().replaceAll("\\s+", " ")).contains("Nothing has to be changed");
    }

    @Test
    @Order(14)
    void deleteGenerations_withThePhrase_keepsWhatIsInUse()
    {
        Ended ended = machine.ask("--yes", "--confirm", "delete", "delete all generations but the last one");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out().replaceAll("\\s+", " ")).contains("the current one is there");
    }

    @Test
    @Order(15)
    void collect_withThePhrase_leavesNothingDead()
    {
        Ended ended = machine.ask("--yes", "--confirm", "collect", "free up disk space in the nix store");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out().replaceAll("\\s+", " ")).contains("0 dead store paths");
    }
}
