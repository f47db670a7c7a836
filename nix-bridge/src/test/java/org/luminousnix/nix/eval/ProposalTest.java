package org.luminousnix.nix.eval;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.eval.ConfigurationSource.Classic;
import org.luminousnix.nix.eval.ConfigurationSource.Flake;
import org.luminousnix.nix.process.NativeProcesses;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.ProgramLookup;
import org.luminousnix.nix.sandbox.Guard;
import org.luminousnix.nix.sandbox.SandboxKind;
import org.luminousnix.nix.testing.RecordingProcesses;
import org.luminousnix.nix.testing.TestingNix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(120)
class ProposalTest
{
    private static final List<String> TEXT = List.of("config", "text");

    private Path directory;
    private TestingNix nix;
    private Path nixos;
    private Classic source;
    private Evaluator evaluator;

    @BeforeEach
    void prepare(@TempDir Path temporary) throws IOException
    {
        directory = temporary.toRealPath();
        nix = TestingNix.below(temporary);
        nixos = nix.layout().nixos();
        source = new Classic(nixos);
        evaluator = new Evaluator(nix.layout(), nix.processes());
        nix.write("etc/nixos/configuration.nix", "{ text = import ./text.nix; other = import " + nixos + "/text.nix; same = 1; }");
        nix.write("etc/nixos/text.nix", "\"old\"");
    }

    @Test
    void over_aProposal_evaluatesItAndWritesNothing() throws IOException
    {
        try (var staged = StagedConfiguration.stage(nixos, Map.of(nixos.resolve("text.nix"), "\"new\""))) {
            assertThat(evaluator.over(staged).value(source, TEXT).orThrow().asText()).contains("new");
        }
        assertThat(nixos.resolve("text.nix")).hasContent("\"old\"");
        assertThat(evaluator.value(source, TEXT).orThrow().asText()).contains("old");
    }

    @Test
    void over_aProposal_absoluteImportsSeeItToo()
    {
        try (var staged = StagedConfiguration.stage(nixos, Map.of(nixos.resolve("text.nix"), "\"new\""))) {
            assertThat(evaluator.over(staged).value(source, List.of("config", "other")).orThrow().asText()).contains("new");
        }
    }

    @Test
    void over_aProposalThatDoesNotParse_namesTheRealFile()
    {
        try (var staged = StagedConfiguration.stage(nixos, Map.of(nixos.resolve("text.nix"), "{ a = }"))) {
            var failed = (Evaluation.Failed<?>) evaluator.over(staged).value(source, TEXT);

            assertThat(failed.failure().position().orElseThrow()).hasToString(nixos.resolve("text.nix") + ":1:7");
        }
    }

    @Test
    void over_aProposalWithANewFileInANewDirectory_canImportIt()
    {
        var proposed = Map.of(nixos.resolve("text.nix"), "import ./more/deep.nix", nixos.resolve("more/deep.nix"), "\"deep\"");

        try (var staged = StagedConfiguration.stage(nixos, proposed)) {
            assertThat(evaluator.over(staged).value(source, TEXT).orThrow().asText()).contains("deep");
        }
    }

    @Test
    void over_aProposalForAFileElsewhere_showsItThere() throws IOException
    {
        Path elsewhere = nix.write("home/text.nix", "\"old\"");
        Files.delete(nixos.resolve("text.nix"));
        Files.createSymbolicLink(nixos.resolve("text.nix"), elsewhere);

        try (var staged = StagedConfiguration.stage(nixos, Map.of(nixos.resolve("text.nix"), "\"new\""))) {
            assertThat(evaluator.over(staged).value(source, TEXT).orThrow().asText()).contains("new");
        }
        assertThat(elsewhere).hasContent("\"old\"");
    }

    @Test
    void over_aProposedFlake_seesFilesThatNoRepositoryKnows() throws IOException
    {
        nix.write("etc/nixos/flake.nix", "{ outputs = _: { nixosConfigurations.host.config.text = import ./text.nix; }; }");

        try (var staged = StagedConfiguration.stage(nixos,
                Map.of(nixos.resolve("text.nix"), "import ./new.nix", nixos.resolve("new.nix"), "\"new\""))) {
            assertThat(evaluator.over(staged).value(new Flake(nixos, "host"), TEXT).orThrow().asText()).contains("new");
        }
    }

    @Test
    void over_aProposalWithoutBubblewrap_evaluatesTheCopyAndSaysSo() throws IOException
    {
        Path programs = Files.createDirectories(directory.resolve("programs"));
        for (String program : List.of("nix-instantiate", "true", "prlimit")) {
            Files.createSymbolicLink(programs.resolve(program), ProgramLookup.ofMachine().require(program));
        }
        var bare = new Evaluator(nix.layout(), new NativeProcesses(new ProgramLookup(List.of(programs))));

        try (var staged = StagedConfiguration.stage(nixos, Map.of(nixos.resolve("text.nix"), "{ a = }"))) {
            var failed = (Evaluation.Failed<?>) bare.over(staged).value(source, TEXT);

            assertThat(failed.containment().guard()).isEqualTo(Guard.NONE);
            assertThat(failed.containment().shortfalls()).isNotEmpty();
            assertThat(failed.failure().position().orElseThrow()).hasToString(nixos.resolve("text.nix") + ":1:7");
        }
    }

    @Test
    void changes_ofAProposal_areThoseOptionsAlone()
    {
        try (var staged = StagedConfiguration.stage(nixos, Map.of(nixos.resolve("text.nix"), "\"new\""))) {
            var changes = evaluator.changes(source, staged, List.of(List.of("text"), List.of("same"), List.of("absent")));

            assertThat(changes).singleElement().satisfies(change -> {
                assertThat(change.option()).containsExactly("text");
                assertThat(change.before().orThrow().asText()).contains("old");
                assertThat(change.after().orThrow().asText()).contains("new");
            });
        }
    }

    @Test
    void values_withOneThatThrows_stillGiveTheOthers() throws IOException
    {
        nix.write("etc/nixos/configuration.nix", "{ a = 1; b = throw \"no b\"; c = null; }");

        var values = evaluator.values(source, List.of(List.of("a"), List.of("b"), List.of("c")));

        assertThat(values.get(List.of("a")).orThrow().asLong()).hasValue(1);
        assertThatThrownBy(() -> values.get(List.of("b")).orThrow()).hasMessageContaining("no b");
        assertThat(values.get(List.of("c"))).isInstanceOf(Evaluation.Value.class);
    }

    @Test
    void value_askedAgain_isRememberedUntilTheContentChanges() throws IOException
    {
        var recording = RecordingProcesses.before(nix.processes());
        var recorded = new Evaluator(nix.layout(), recording);
        recorded.value(source, TEXT).orThrow();
        recorded.value(source, TEXT).orThrow();
        assertThat(recording.commands()).hasSize(1);

        nix.write("etc/nixos/text.nix", "\"newer\"");

        assertThat(recorded.value(source, TEXT).orThrow().asText()).contains("newer");
    }

    @Test
    void toplevel_remembered_isAskedAgainWhenItIsGone() throws IOException
    {
        Path derivation = evaluator.toplevel(source).orThrow();
        nix.processes()
                .run(new NixCommands(nix.layout()).command(SandboxKind.TETHERED,
                        List.of("nix-store", "--delete", derivation.toString())))
                .orThrow();
        assertThat(derivation).doesNotExist();

        assertThat(evaluator.toplevel(source).orThrow()).isEqualTo(derivation).exists();
    }

    @Test
    void close_deletesTheCopy()
    {
        var staged = StagedConfiguration.stage(nixos, Map.of());

        staged.close();

        assertThat(staged.directory().getParent()).doesNotExist();
    }

    @Test
    void stage_ofANewFileElsewhere_isRefused()
    {
        assertThatThrownBy(() -> StagedConfiguration.stage(nixos, Map.of(directory.resolve("new.nix"), "1")))
                .isInstanceOf(NixException.class)
                .hasMessageContaining("does not lie below");
    }
}
