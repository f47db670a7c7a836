package org.luminousnix.nix.process;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class CaptureTest
{
    @Test
    void add_inPiecesOfAnySize_keepsHeadAndTail()
    {
        var random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(60), 'a', 'z' + 1).mapToObj(Character::toString).reduce("", String::concat);
            int head = random.nextInt(20);
            int tail = random.nextInt(20);

            assertThat(captured(text, head, tail, random).excerpt()).isEqualTo(expected(text, head, tail));
        }
    }

    @Test
    void add_withoutTail_keepsTheHeadAndCounts()
    {
        var captured = captured("abcdef", 2, 0, new Random(2));

        assertThat(captured.omitted()).isEqualTo(4);
        assertThat(captured.total()).isEqualTo(6);
    }

    private static Captured captured(String text, int head, int tail, Random random)
    {
        var capture = new Capture(Limits.of(Duration.ofSeconds(1)).keeping(head, tail));
        byte[] bytes = text.getBytes(US_ASCII);
        int position = 0;
        while (position < bytes.length) {
            int length = Math.min(bytes.length - position, 1 + random.nextInt(30));
            byte[] piece = Arrays.copyOfRange(bytes, position, position + length);
            capture.add(piece, length);
            position += length;
        }
        return capture.captured();
    }

    private static String expected(String text, int head, int tail)
    {
        int omitted = text.length() - head - tail;
        return omitted <= 0
                ? text
                : text.substring(0, head) + "\n[… " + omitted + " bytes left out …]\n" + text.substring(text.length() - tail);
    }
}
