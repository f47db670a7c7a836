package org.luminousnix.nix.system;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.luminousnix.nix.build.Builder;
import org.luminousnix.nix.eval.Evaluation;
import org.luminousnix.nix.eval.EvaluationFailure.Kind;
import org.luminousnix.nix.eval.Evaluator;
import org.luminousnix.nix.eval.StagedConfiguration;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.PackageDifference.Change;
import org.luminousnix.nix.generation.SystemDetails;
import org.luminousnix.nix.lab.LabStyle;
import org.luminousnix.nix.lab.TestingLab;
import org.luminousnix.nix.process.OutputLines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/// A configuration changed, tried out, built, switched to and taken back, as a person would have it done.
@Timeout(300)
class RebuildInLabTest
{
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(LabStyle.class)
    void rebuild_ofAProposal_endsInAGenerationThatCanBeTakenBack(LabStyle style) throws Exception
    {
        TestingLab lab = TestingLab.prepared(directory, style);
        Path file = lab.layout().nixos().resolve("configuration.nix");
        String before = lab.configuration();
        String after = before.replace("systemPackages = with pkgs; [\n", "systemPackages = with pkgs; [\n    ripgrep\n")
                .replace("Europe/Amsterdam", "Europe/Oslo");
        var evaluator = new Evaluator(lab.layout(), lab.processes());
        var builder = new Builder(lab.layout(), lab.processes());
        var system = new NixosSystem(lab.layout(), lab.processes());

        Path derivation;
        try (var staged = StagedConfiguration.stage(lab.layout().nixos(), Map.of(file, after))) {
            var changes = evaluator.changes(lab.lab().configuration(), staged,
                    List.of(List.of("time", "timeZone"), List.of("networking", "hostName")));
            assertThat(changes).singleElement().satisfies(change -> assertThat(change.after().orThrow().asText()).contains("Europe/Oslo"));
            derivation = evaluator.over(staged).toplevel(lab.lab().configuration()).orThrow();
        }
        assertThat(lab.configuration()).isEqualTo(before);
        assertThat(builder.plan(derivation).builds()).contains(derivation);

        Files.writeString(file, after);
        assertThat(evaluator.toplevel(lab.lab().configuration()).orThrow()).as("what was shown is what is built").isEqualTo(derivation);
        Path built = builder.build(derivation).orThrow().getFirst();
        var outcome = system.activate(built, ActivationMode.SWITCH, OutputLines.ignored());

        assertThat(outcome.activation().succeeded()).isTrue();
        assertThat(outcome.bootConsequence()).isEqualTo("The next start takes generation 2 instead of 1.");
        assertThat(lab.layout().currentSystem().resolve("sw/bin/rg")).isExecutable();
        Generation first = system.generations().require(1);
        var packages = new GenerationComparison(lab.layout(), lab.processes()).packages(first, system.generations().require(2));
        assertThat(packages.changes()).extracting(Change::name).containsExactly("ripgrep");
        assertThat(SystemDetails.read(built).nixosVersion()).isPresent();

        system.rollBack(ActivationMode.SWITCH, OutputLines.ignored());

        assertThat(lab.layout().currentSystem().toRealPath()).isEqualTo(first.target());
        assertThat(lab.layout().currentSystem().resolve("sw/bin/rg")).doesNotExist();
        assertThat(system.generations().list()).extracting(Generation::current).containsExactly(true, false);
    }

    @ParameterizedTest
    @EnumSource(LabStyle.class)
    void evaluation_ofAWrongProposal_saysWhatIsWrongAndWhere(LabStyle style) throws Exception
    {
        TestingLab lab = TestingLab.laidOut(directory, style);
        Path file = lab.layout().nixos().resolve("configuration.nix");
        String wrong = lab.configuration().replace("networking.hostName = \"nixos\";", "networking.hostName = [ 1 ];");

        try (var staged = StagedConfiguration.stage(lab.layout().nixos(), Map.of(file, wrong))) {
            var failed = (Evaluation.Failed<?>) new Evaluator(lab.layout(), lab.processes()).over(staged)
                    .toplevel(lab.lab().configuration());

            assertThat(failed.failure().kind()).isEqualTo(Kind.TYPE);
            assertThat(failed.failure().message()).contains("networking.hostName", file.toRealPath().toString());
        }
    }

    @ParameterizedTest
    @EnumSource(LabStyle.class)
    void evaluation_ofAProposalThatDoesNotParse_namesThePlaceInTheRealFile(LabStyle style) throws Exception
    {
        TestingLab lab = TestingLab.laidOut(directory, style);
        Path file = lab.layout().nixos().resolve("configuration.nix");

        try (var staged = StagedConfiguration.stage(lab.layout().nixos(), Map.of(file, "{ a = 1;\n  b = }\n"))) {
            var failed = (Evaluation.Failed<?>) new Evaluator(lab.layout(), lab.processes()).over(staged)
                    .toplevel(lab.lab().configuration());

            assertThat(failed.failure().kind()).isEqualTo(Kind.SYNTAX);
            assertThat(failed.failure().position().orElseThrow()).hasToString(file.toRealPath() + ":2:7");
        }
    }
}
