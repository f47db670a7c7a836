package org.luminousnix.protocol;

import org.junit.jupiter.api.Test;
import org.luminousnix.protocol.LineReader.Line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class LineReaderTest
{
    @Test
    void next_linesAndARest_givesEach() throws IOException
    {
        assertThat(lines("1\n\n2\r\n[3]", 10)).containsExactly("1", "2", "[3]");
    }

    @Test
    void next_lineOverTheLimit_isToldByItsLengthAndTheNextIsRead() throws IOException
    {
        assertThat(lines("\"" + "a".repeat(40_000) + "\"\n7\n", 100)).containsExactly("40002 bytes", "7");
    }

    @Test
    void next_lineOfExactlyTheLimit_isGiven() throws IOException
    {
        assertThat(lines("12345\n123456\n", 5)).containsExactly("12345", "6 bytes");
    }

    @Test
    void next_lineLongerThanTheBuffer_isGivenWhole() throws IOException
    {
        String text = "\"" + "ñ".repeat(30_000) + "\"";

        assertThat(lines(text + "\n", 100_000)).containsExactly(text);
    }

    @Test
    void next_nothing_isEmpty() throws IOException
    {
        assertThat(lines("", 5)).isEmpty();
    }

    private static List<String> lines(String text, int limit) throws IOException
    {
        LineReader reader = new LineReader(Channels.newChannel(new ByteArrayInputStream(text.getBytes(UTF_8))), limit);
        List<String> result = new ArrayList<>();
        for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
            result.add(switch (line.get()) {
                case Line.Complete complete -> complete.json().toString();
                case Line.TooLong tooLong -> tooLong.length() + " bytes";
            });
        }
        return result;
    }
}
