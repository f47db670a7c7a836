package org.luminousnix.nix.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UnifiedDiffTest
{
    @Test
    void of_equalTexts_isEmpty()
    {
        assertThat(UnifiedDiff.of("a", "x\n", "x\n")).isEmpty();
    }

    @Test
    void of_oneLineInTheMiddle_hasThreeLinesAround()
    {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

        assertThat(UnifiedDiff.of("/etc/nixos/a.nix", before, before.replace("5", "five")))
                .isEqualTo("--- a/etc/nixos/a.nix\n+++ b/etc/nixos/a.nix\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    }

    @Test
    void of_changesFarApart_hasTwoHunks()
    {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";

        assertThat(UnifiedDiff.of("a", before, before.replace("2\n3", "3").replace("11\n", ""))).contains("@@ -1,5 +1,4 @@",
                "@@ -8,5 +7,4 @@");
    }

    @Test
    void of_aTextWithoutLastNewline_saysSo()
    {
        assertThat(UnifiedDiff.of("a", "x", "y\n")).isEqualTo("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n");
    }

    @Test
    void of_randomTexts_isTakenByGitApply(@TempDir Path directory)
            throws IOException, InterruptedException
    {
        Random random = new Random(7);
        StringBuilder patches = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int index = 0; index < 200; index++) {
            String before = text(random);
            String after = random.nextInt(3) == 0 ? text(random) : before.replace("b\n", "c\n");
            Files.writeString(directory.resolve("f" + index), before);
            patches.append(UnifiedDiff.of("f" + index, before, after));
            expected.add(after);
        }
        Files.writeString(directory.resolve("patch"), patches);

        Process process = new ProcessBuilder("git", "apply", "--unsafe-paths", "--whitespace=nowarn", "patch").directory(directory.toFile())
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        for (int index = 0; index < 200; index++) {
            assertThat(Files.readString(directory.resolve("f" + index))).isEqualTo(expected.get(index));
        }
    }

    private static String text(Random random)
    {
        StringBuilder text = new StringBuilder("start\n");
        int lines = random.nextInt(30);
        for (int line = 0; line < lines; line++) {
            text.append("abcd".charAt(random.nextInt(4))).append('\n');
        }
        return random.nextInt(4) == 0 ? text + "end" : text.toString();
    }
}
