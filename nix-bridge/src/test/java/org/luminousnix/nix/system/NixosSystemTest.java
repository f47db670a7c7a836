package org.luminousnix.nix.system;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.SystemDetails;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.sandbox.SandboxKind;
import org.luminousnix.nix.testing.TestingNix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(120)
class NixosSystemTest
{
    private TestingNix nix;
    private NixosSystem system;

    @BeforeEach
    void prepare(@TempDir Path directory) throws IOException
    {
        nix = TestingNix.below(directory);
        system = new NixosSystem(nix.layout(), nix.processes());
    }

    @Test
    void activate_bySwitch_makesAGenerationAndRunsIt() throws IOException
    {
        Path one = nix.buildSystem("1", 0);

        var outcome = activate(one, ActivationMode.SWITCH);

        assertThat(outcome.activation()).isInstanceOfSatisfying(ActivationOutcome.Activated.class,
                activated -> assertThat(activated.changes().restarted()).containsExactly("a.service", "b.service"));
        assertThat(outcome.bootConsequence()).isEqualTo("The next start takes generation 1.");
        assertThat(activations()).containsExactly("1 switch 0");
        assertThat(system.generations().current().orElseThrow()).satisfies(generation -> {
            assertThat(generation.target()).isEqualTo(one);
            assertThat(generation.active()).isTrue();
        });
        assertThat(SystemDetails.read(one).configurationRevision()).contains("abc-1");
    }

    @Test
    void activate_asNixEnvDoes_leavesTheSameLinks() throws IOException
    {
        activate(nix.buildSystem("1", 0), ActivationMode.BOOT);
        Path link = nix.layout().systemProfile().resolveSibling("system-1-link");
        Path ours = nix.layout().state().resolve("gcroots/auto").resolve(IndirectRoots.nameOf(link));

        nixEnv("--set", nix.buildSystem("2", 0).toString());

        assertThat(Files.readSymbolicLink(ours)).isEqualTo(link);
        assertThat(Files.readSymbolicLink(nix.layout().systemProfile())).hasToString("system-2-link");
        Path second = nix.layout().systemProfile().resolveSibling("system-2-link");
        assertThat(Files.readSymbolicLink(nix.layout().state().resolve("gcroots/auto").resolve(IndirectRoots.nameOf(second))))
                .isEqualTo(second);
    }

    @Test
    void activate_ofTheHighestGenerationAgain_reusesIt()
    {
        Path one = nix.buildSystem("1", 0);
        activate(one, ActivationMode.SWITCH);
        activate(one, ActivationMode.SWITCH);

        assertThat(system.generations().list()).hasSize(1);
    }

    @Test
    void activate_afterARollback_takesTheNumberAfterTheHighest()
    {
        activate(nix.buildSystem("1", 0), ActivationMode.SWITCH);
        activate(nix.buildSystem("2", 0), ActivationMode.SWITCH);
        system.rollBack(ActivationMode.SWITCH, OutputLines.ignored());

        activate(nix.buildSystem("3", 0), ActivationMode.SWITCH);

        assertThat(system.generations().list()).extracting(Generation::number).containsExactly(1, 2, 3);
        assertThat(system.generations().current().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void activate_byTest_leavesTheProfile() throws IOException
    {
        activate(nix.buildSystem("1", 0), ActivationMode.SWITCH);

        var outcome = activate(nix.buildSystem("2", 0), ActivationMode.TEST);

        assertThat(outcome.bootConsequence()).isEqualTo("The next start takes generation 1, as before.");
        assertThat(system.generations().list()).singleElement().satisfies(generation -> assertThat(generation.active()).isFalse());
        assertThat(activations()).last().isEqualTo("2 test 0");
    }

    @Test
    void preview_changesNothing() throws IOException
    {
        var outcome = system.preview(nix.buildSystem("1", 0));

        assertThat(outcome).isInstanceOf(ActivationOutcome.Activated.class);
        assertThat(system.generations().list()).isEmpty();
        assertThat(activations()).containsExactly("1 dry-activate 0");
    }

    @Test
    void activate_ofASpecialisation_setsTheProfileToTheWhole() throws IOException
    {
        Path one = nix.buildSystem("1", 0);

        system.activate(new Activation(one, ActivationMode.SWITCH, Optional.of("quiet"), true), OutputLines.ignored());

        assertThat(activations()).containsExactly("1-quiet switch 1");
        assertThat(system.generations().current().orElseThrow().target()).isEqualTo(one);
    }

    @Test
    void activate_ofAMissingSpecialisation_changesNothing()
    {
        var activation = new Activation(nix.buildSystem("1", 0), ActivationMode.SWITCH, Optional.of("../quiet"), false);

        assertThatThrownBy(() -> system.activate(activation, OutputLines.ignored())).hasMessageContaining("no specialisation '../quiet'");
        assertThat(system.generations().list()).isEmpty();
    }

    @Test
    void activate_whoseUnitsFail_namesThemAndTheBootConsequence()
    {
        activate(nix.buildSystem("1", 0), ActivationMode.SWITCH);

        var outcome = activate(nix.buildSystem("2", 4), ActivationMode.SWITCH);

        assertThat(outcome.activation()).isInstanceOfSatisfying(ActivationOutcome.UnitsFailed.class,
                failed -> assertThat(failed.units()).containsExactly("a.service", "b.service"));
        assertThat(outcome.isHalfDone()).isTrue();
        assertThat(outcome.bootConsequence()).isEqualTo("The next start takes generation 2 instead of 1.");
    }

    @Test
    void activate_withEachExitCode_tellsThemApart()
    {
        assertThat(activate(nix.buildSystem("1", 1), ActivationMode.TEST).activation()).isInstanceOf(ActivationOutcome.Refused.class);
        assertThat(activate(nix.buildSystem("2", 2), ActivationMode.TEST).activation()).isInstanceOf(ActivationOutcome.ScriptFailed.class);
        assertThat(activate(nix.buildSystem("3", 100), ActivationMode.TEST).activation())
                .isInstanceOf(ActivationOutcome.NeedsRestart.class);
        assertThat(activate(nix.buildSystem("4", 77), ActivationMode.TEST).activation())
                .isInstanceOfSatisfying(ActivationOutcome.Broken.class, broken -> assertThat(broken.exitCode()).isEqualTo(77));
    }

    @Test
    void activate_ofSomethingThatIsNoSystem_changesNothing() throws IOException
    {
        Path other = nix.write("store/00000000000000000000000000000000-other/readme", "no system").getParent();

        assertThatThrownBy(() -> activate(other, ActivationMode.SWITCH)).isInstanceOfSatisfying(NixException.class, e -> {
            assertThat(e.code()).isEqualTo(NixErrorCode.NOT_A_SYSTEM);
            assertThat(e).hasMessageContaining(other + " is not a NixOS system: it has no file nixos-version");
        });
        assertThat(system.generations().list()).isEmpty();
    }

    @Test
    void activate_ofAPathOutsideOfTheStore_changesNothing(@TempDir Path outside)
    {
        assertThatThrownBy(() -> activate(outside, ActivationMode.SWITCH)).hasMessageContaining("is not a path of the store");
    }

    @Test
    void rollBack_toANumber_activatesThatGeneration() throws IOException
    {
        for (String version : List.of("1", "2", "3")) {
            activate(nix.buildSystem(version, 0), ActivationMode.SWITCH);
        }

        var outcome = system.rollBack(1, ActivationMode.SWITCH, OutputLines.ignored());

        assertThat(outcome.bootConsequence()).isEqualTo("The next start takes generation 1 instead of 3.");
        assertThat(activations()).last().isEqualTo("1 switch 0");
    }

    @Test
    void rollBack_withoutAnEarlierGeneration_isRefused()
    {
        activate(nix.buildSystem("1", 0), ActivationMode.SWITCH);

        assertThatThrownBy(() -> system.rollBack(ActivationMode.SWITCH, OutputLines.ignored()))
                .hasMessage("there is no generation before the current one");
    }

    @Test
    void rollBack_toAGenerationThatDangles_isRefused() throws IOException
    {
        activate(nix.buildSystem("2", 0), ActivationMode.SWITCH);
        Files.createSymbolicLink(nix.layout().systemProfile().resolveSibling("system-7-link"), nix.layout().store().resolve("gone"));

        assertThatThrownBy(() -> system.rollBack(7, ActivationMode.SWITCH, OutputLines.ignored()))
                .isInstanceOfSatisfying(NixException.class, e -> assertThat(e.code()).isEqualTo(NixErrorCode.NOT_A_SYSTEM));
        assertThat(system.generations().current().orElseThrow().number()).isEqualTo(1);
    }

    private RebuildOutcome activate(Path path, ActivationMode mode)
    {
        return system.activate(path, mode, OutputLines.ignored());
    }

    private List<String> activations() throws IOException
    {
        return Files.readAllLines(nix.layout().run().resolve("activations"));
    }

    private void nixEnv(String... arguments)
    {
        var argv = new java.util.ArrayList<>(List.of("nix-env", "--profile", nix.layout().systemProfile().toString()));
        argv.addAll(List.of(arguments));
        Command command = new NixCommands(nix.layout()).command(SandboxKind.TETHERED, argv);
        nix.processes().run(command).orThrow();
    }
}
