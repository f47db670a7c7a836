package org.luminousnix.nix.eval;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.eval.ConfigurationSource.Classic;
import org.luminousnix.nix.eval.ConfigurationSource.Flake;
import org.luminousnix.nix.eval.EvaluationFailure.Kind;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.process.Limits;
import org.luminousnix.nix.testing.TestingNix;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class EvaluatorTest
{
    private TestingNix nix;
    private Evaluator evaluator;

    @BeforeEach
    void prepare(@TempDir Path directory) throws IOException
    {
        nix = TestingNix.below(directory);
        evaluator = new Evaluator(nix.layout(), nix.processes());
    }

    @Test
    void value_ofAnOption_isItsJson() throws IOException
    {
        var source = classic("{ services.\"a.b\".on = true; }");

        assertThat(evaluator.value(source, List.of("config", "services", "a.b", "on")).orThrow())
                .isEqualTo(new Json.Truth(true));
    }

    @Test
    void value_ofAHostileName_isTakenAsAName() throws IOException
    {
        var source = classic("{ \"x\\\"\\${builtins.abort \\\"ran\\\"}\" = 1; }");

        assertThat(evaluator.value(source, List.of("config", "x\"${builtins.abort \"ran\"}")).orThrow().asLong()).hasValue(1);
    }

    @Test
    void value_ofAMissingOption_saysWhichAndWhere() throws IOException
    {
        var failure = failure(evaluator.value(classic("{ a = 1; }"), List.of("config", "b")));

        assertThat(failure.kind()).isEqualTo(Kind.MISSING);
        assertThat(failure.message()).isEqualTo("attribute 'b' missing");
    }

    @Test
    void value_ofAConfigurationThatDoesNotParse_saysLineAndColumn() throws IOException
    {
        var failure = failure(evaluator.value(classic("{\n  a = 1;\n  b = }\n"), List.of("config", "a")));

        assertThat(failure.kind()).isEqualTo(Kind.SYNTAX);
        assertThat(failure.position().orElseThrow().toString()).endsWith("etc/nixos/configuration.nix:3:7");
        assertThat(failure.exception()).hasMessageContaining("configuration.nix:3:7: syntax error, unexpected '}'");
    }

    @Test
    void value_thatThrows_isRefusedInItsOwnWordsWithTrace() throws IOException
    {
        var failure = failure(evaluator.value(classic("{ a = let f = x: throw \"not ${x}\"; in f \"so\"; }"), List.of("config", "a")));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.message()).isEqualTo("not so");
        assertThat(failure.trace()).isNotEmpty().allSatisfy(frame -> assertThat(frame.message()).isNotBlank());
    }

    @Test
    void expression_withoutEnd_isEndedInTime()
    {
        var hurried = new Evaluator(nix.layout(), nix.processes(), Limits.of(Duration.ofSeconds(1)));

        assertThat(
                failure(hurried.expression("let f = x: f (x + 1); in builtins.foldl' (a: b: a + b) 0 (builtins.genList (x: x) 100000000)"))
                        .kind())
                .isIn(Kind.TIMEOUT, Kind.OUT_OF_MEMORY);
    }

    @Test
    void expression_thatEatsMemory_isHeldToItsLimit()
    {
        var small = new Evaluator(nix.layout(), nix.processes(), Limits.of(Duration.ofSeconds(60)).withAddressSpace(1L << 30));

        assertThat(failure(small.expression("builtins.length (builtins.genList (x: x) 500000000)")).kind()).isEqualTo(Kind.OUT_OF_MEMORY);
    }

    @Test
    void toplevel_ofAConfiguration_isADerivationInTheStore() throws IOException
    {
        var derivation = evaluator.toplevel(classic("{ text = \"one\"; }")).orThrow();

        assertThat(derivation).hasParent(nix.layout().store()).exists();
        assertThat(derivation.getFileName().toString()).endsWith("-nixos-system-test.drv");
    }

    @Test
    void value_ofAFlake_isItsJson() throws IOException
    {
        nix.write("etc/nixos/flake.nix", "{ outputs = _: { nixosConfigurations.\"my.host\".config.a.b = 7; }; }");

        assertThat(evaluator.value(new Flake(nix.layout().nixos(), "my.host"), List.of("config", "a", "b")).orThrow().asLong()).hasValue(7);
        assertThat(nix.layout().nixos().resolve("flake.lock")).doesNotExist();
    }

    @Test
    void toplevel_ofAFlake_isADerivationInTheStore() throws IOException
    {
        nix.write("etc/nixos/flake.nix", "{ outputs = _: { nixosConfigurations.host.config.system.build.toplevel = "
                + TestingNix.derivation("x", "echo > $out").replace("builtins.currentSystem", "\"x86_64-linux\"") + "; }; }");

        assertThat(evaluator.toplevel(new Flake(nix.layout().nixos(), "host")).orThrow()).hasParent(nix.layout().store()).exists();
    }

    @Test
    void value_ofAMissingFlakeConfiguration_isMissing() throws IOException
    {
        nix.write("etc/nixos/flake.nix", "{ outputs = _: { nixosConfigurations.host.config = { }; }; }");

        assertThat(failure(evaluator.value(new Flake(nix.layout().nixos(), "other"), List.of("config"))).kind()).isEqualTo(Kind.MISSING);
    }

    @Test
    void configurationNames_ofAFlake_areAllOfThem() throws IOException
    {
        nix.write("etc/nixos/flake.nix", "{ outputs = _: { nixosConfigurations = { laptop = { }; \"desk.home\" = { }; }; }; }");

        assertThat(evaluator.configurationNames(nix.layout().nixos()).orThrow()).containsExactly("desk.home", "laptop");
    }

    @Test
    void evaluation_cannotReadTheNetworkOrWriteFiles() throws IOException
    {
        var failure = failure(evaluator.expression("builtins.readFile (builtins.fetchurl http://127.0.0.1:9/x)"));

        assertThat(failure.message()).contains("http://127.0.0.1:9/x");
        assertThat(nix.layout().nixos()).isEmptyDirectory();
    }

    private Classic classic(String text) throws IOException
    {
        nix.write("etc/nixos/configuration.nix", text);
        return new Classic(nix.layout().nixos());
    }

    private static EvaluationFailure failure(Evaluation<?> evaluation)
    {
        assertThat(evaluation).isInstanceOf(Evaluation.Failed.class);
        return ((Evaluation.Failed<?>) evaluation).failure();
    }
}
