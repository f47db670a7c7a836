package org.luminousnix.nix.syntax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class SyntaxTreeTest
{
    @ParameterizedTest
    @ValueSource(strings = {"1", "a: a", "{ a, b ? 1, ... }@c: a b c", "c@{ a, }: a", "{ }: 1", "{ ... }: 1", "let a = 1; in a",
        "let { body = 1; }", "rec { a = 1; b = a; }",
        "x: x.a.b or x.c or 1", "with { }; x: x or 1", "with { }; x: [ x or 1 x.a or 2 ]", "x: x ? a.\"b\".${x}",
        "!true && false || true -> true", "- 1 - -2",
        "1 + 2 * 3 / 4 ++ [ ] // { }",
        "x: -x ? a", "\"a${\"b${toString 1}\"}$${c}\\${d}\"", "''a${\"b\"}''${c}'''d''\\n $$ '$ ''", "./a/${\"b\"}/c.nix", "~/x",
        "<nixpkgs/lib>", "http://example.org/?a=b",
        "{ ${\"a\"} = 1; \"b c\".d = 2; inherit (builtins) map; }", "{ a.b = 1; a.c = 2; a = { d = 3; }; }", "with { }; x",
        "assert true; 1", "if true then 1 else 2", "{ or = 1; }.or",
        ".5 + 1.e3 + 0.1", "/* a */ 1 # b", "\t1\r\n", "a: b: a.b.c b", "{ a = rec { x = 1; }; a.y = x; }", "__curPos", "1<2", "/a + /b",
        "x: x.\"a${x.b}\"", "a:a:a", "./.", "../a//b",
        "{ \"${\"a\"}\" = 1; }", "map (x: x) [ (-1) ]", "let or = 1; in { inherit or; }", "(x: x)(1)", "[1(2)3]", "x: x.a or(1)"})
    void parse_whatNixAccepts_hasNoErrorAndPrintsTheSame(String text)
    {
        SyntaxTree tree = SyntaxTree.parse(text);

        assertThat(tree.errors()).isEmpty();
        assertThat(tree.print()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "{ a = 1 }", "{ a = 1; a = 2; }", "{ a = 1; a.b = 2; }", "{ a, a }: 1", "a@{ a }: 1",
        "let ${\"a\" + \"b\"} = 1; in 1", "x: { inherit ${x}; }", "1 == 2 == 3",
        "1 < 2 < 3", "[ 1", "(1", "\"a", "''a", "\"${1\"", "{ a = ; }", "{ = 1; }", "let a = 1; a", "if true then 1", "assert true 1",
        "with { } 1", "f: f x: x", "{ a, ..., b }: 1", "{ , }: 1", "1 |> 2",
        "./a/", "99999999999999999999", "1.0e999", "/* a", "{ a = 1; } }", "[ , ]", "x: x.", "rec 1", "let in", "a@b: 1", "$", "x: x ? 1",
        "{ inherit (1) a.b; }", "é", "1 +", "{}: { a.b.c = 1; a.b = 2; }"})
    void parse_whatNixRejects_hasAnErrorAndPrintsTheSame(String text)
    {
        SyntaxTree tree = SyntaxTree.parse(text);

        assertThat(tree.errors()).isNotEmpty();
        assertThat(tree.print()).isEqualTo(text);
    }

    @Test
    void parse_forgottenSemicolon_saysWhereAndKeepsWhatFollows()
    {
        SyntaxTree tree = SyntaxTree.parse("""
                                           { config, ... }:
                                           {
                                             networking.hostName = "lab"
                                             time.timeZone = "UTC";
                                             services.openssh.enable = true;
                                           }
                                           """);

        assertThat(tree.firstError()).hasValueSatisfying(error -> assertThat(error.describe("configuration.nix"))
                .isEqualTo("configuration.nix:4:3: expected ';' after the value of networking.hostName, found 'time'"));
        assertThat(tree.errors()).hasSize(1);
        assertThat(bindings(tree)).containsExactly("networking.hostName", "time.timeZone", "services.openssh.enable");
    }

    @Test
    void parse_forgottenBracket_keepsWhatFollows()
    {
        SyntaxTree tree = SyntaxTree.parse("""
                                           { pkgs, ... }: {
                                             environment.systemPackages = [
                                               pkgs.vim
                                             time.timeZone = "UTC";
                                           }
                                           """);

        assertThat(tree.firstError()).hasValueSatisfying(error -> assertThat(error.describe("a.nix"))
                .isEqualTo("a.nix:4:3: expected ']' or an element of the list, found 'time'"));
        assertThat(bindings(tree)).containsExactly("environment.systemPackages", "time.timeZone");
    }

    @Test
    void parse_closingBraceTooEarly_namesTheValue()
    {
        assertThat(message("{\n  networking.hostName = \"a\"\n}\n"))
                .isEqualTo("3:1: expected ';' after the value of networking.hostName, found '}'");
    }

    @Test
    void parse_unknownName_saysWhich()
    {
        assertThat(message("{ lib, ... }: { a = pkgs.vim; }")).isEqualTo("1:21: undefined variable 'pkgs'");
    }

    @Test
    void parse_attributeDefinedTwice_saysWhereBefore()
    {
        assertThat(message("{\n  a.b = 1;\n  a.b = 2;\n}")).isEqualTo("3:3: the attribute 'a.b' is already defined at line 2, column 3");
    }

    @Test
    void parse_openString_namesItsBeginning()
    {
        assertThat(message("{ a = \"b; }"))
                .isEqualTo("1:12: expected '\"' at the end of the string that begins with \"b; }, found the end of the file");
    }

    @Test
    void parse_columnBehindUmlaut_countsBytesAsNixDoes()
    {
        assertThat(message("{ a = \"ü\" }")).isEqualTo("1:12: expected ';' after the value of a, found '}'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "{ a = ", "a: ", "-", "!", "\"${", "if 1 then ", "let a = ", "with ", "{ a ? ", "x.a or ", "./${",
        "rec { a = ", "''${", "[ (", "1 ++ ("})
    void parse_nestedAHundredThousandDeep_saysSoAndPrintsTheSame(String opening)
    {
        String text = opening.repeat(100_000);

        SyntaxTree tree = SyntaxTree.parse(text);

        assertThat(tree.errors()).anySatisfy(error -> assertThat(error.message()).contains("nested more than"));
        assertThat(tree.print()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 + ", "a.", "a ", "1 // ", "/*", "<a", "a.a_", "${", "''", "'", "\"", "}"})
    void parse_millionsOfOnePiece_endsSoon(String piece)
    {
        String text = piece.repeat(1_000_000);

        assertThat(SyntaxTree.parse(text).print()).isEqualTo(text);
    }

    @Test
    void parse_longerThanTheLimit_hasOneErrorAndPrintsTheSame()
    {
        String text = " ".repeat(SyntaxTree.LONGEST + 1);

        SyntaxTree tree = SyntaxTree.parse(text);

        assertThat(tree.errors()).hasSize(1);
        assertThat(tree.print()).isEqualTo(text);
    }

    @Test
    void print_randomPieces_givesTheSameText()
    {
        List<String> pieces = List.of("{", "}", "[", "]", "(", ")", "a", "a.b", " = ", ";", "\"", "''", "${", "$", "'", "\\", "./x", "/",
                "1", "1.5", "let ", " in ", "rec ", "inherit ", "with ", ":",
                "@", "?", ",", "...", "++", "-", "!", " ", "\n", "\r\n", "# c\n", "/* c */", "or ", "if ", "then ", "else ", "assert ",
                "<a>", "é", "\u0000", "\uD83D\uDE00");
        Random random = new Random(20261120);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int piece = 0; piece < length; piece++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(SyntaxTree.parse(text.toString()).print()).isEqualTo(text.toString());
        }
    }

    private static String message(String text)
    {
        SyntaxError error = SyntaxTree.parse(text).firstError().orElseThrow();
        return error.line() + ":" + error.column() + ": " + error.message();
    }

    private static List<String> bindings(SyntaxTree tree)
    {
        Expression body = tree.root().expression();
        while (body instanceof Expression.Lambda lambda) {
            body = lambda.body();
        }
        return ((Expression.AttributeSet) body).bindings().stream().map(Binding.Attribute.class::cast)
                .map(binding -> tree.text(binding.path())).toList();
    }
}
