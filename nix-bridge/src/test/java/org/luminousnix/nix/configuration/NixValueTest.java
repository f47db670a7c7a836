package org.luminousnix.nix.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.syntax.Oracle;
import org.luminousnix.nix.syntax.SyntaxTree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class NixValueTest
{
    private static final NixPrinter PRINTER = new NixPrinter("\n", "  ");

    @Test
    void print_ofATextWithAllThatIsSpecial_escapesIt()
    {
        assertThat(PRINTER.print(NixValue.of("a\"b\\c${d}$e''f\ng\th"), "")).isEqualTo("\"a\\\"b\\\\c\\${d}\\$e''f\\ng\\th\"");
    }

    @Test
    void print_ofASet_quotesNamesThatNeedIt()
    {
        Map<String, NixValue> values = new LinkedHashMap<>();
        values.put("plain-name'", NixValue.of(1));
        values.put("with", NixValue.of(List.of(NixValue.of(-1), new NixValue.Null())));
        values.put("a.b", NixValue.reference("pkgs.zsh"));

        assertThat(PRINTER.print(NixValue.of(values), ""))
                .isEqualTo("{\n  plain-name' = 1;\n  \"with\" = [ (-1) null ];\n  \"a.b\" = pkgs.zsh;\n}");
    }

    @Test
    void print_ofRandomValues_isReadBackAsTheSame()
    {
        GeneratedEdits generated = new GeneratedEdits(new Random(3));
        for (int round = 0; round < 5000; round++) {
            NixValue value = generated.value(3);
            SyntaxTree tree = SyntaxTree.parse(PRINTER.print(value, ""));

            assertThat(tree.errors()).isEmpty();
            assertThat(Literals.value(tree, tree.root().expression())).contains(value);
        }
    }

    @Test
    void print_ofRandomTexts_isEvaluatedByNixToTheSame(@TempDir Path directory)
            throws IOException, InterruptedException
    {
        assumeTrue(Oracle.isPresent(), "nix-instantiate is not installed: what is printed is not evaluated");
        GeneratedEdits generated = new GeneratedEdits(new Random(4));
        StringBuilder comparisons = new StringBuilder("[\n");
        for (int round = 0; round < 300; round++) {
            String text = generated.text();
            Files.writeString(directory.resolve("text" + round), text);
            comparisons.append("(builtins.readFile ./text").append(round).append(" == ").append(PRINTER.print(NixValue.of(text), ""))
                    .append(")\n");
        }
        Path file = Files.writeString(directory.resolve("all.nix"), "builtins.all (same: same) " + comparisons + "]");

        ProcessBuilder builder = new ProcessBuilder("nix-instantiate", "--eval", file.toString()).redirectErrorStream(true);
        builder.environment().putAll(
                Map.of("NIX_STATE_DIR", directory + "/state", "NIX_STORE_DIR", directory + "/store", "NIX_LOG_DIR", directory + "/log"));
        Process process = builder.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()).endsWith("true");
        assertThat(process.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;", "a.b or c", "a.${b}", "a..b", "1", "a = 1", "x; y", "\"${a}\""})
    void parse_ofWhatIsNoPath_isRefused(String text)
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> OptionPath.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "./a b", "./${x}", "/", "./", "a/b", "./a;", "./a\n"})
    void path_thatNeedsQuotes_isRefused(String text)
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> new NixValue.Path(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a b\".c", "\"with\".b"})
    void reference_toNoVariable_isRefused(String text)
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> NixValue.reference(text));
    }
}
