package org.luminousnix.protocol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTest
{
    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "true", "[1,-0,1.50,1E+2,123456789012345678901234567890]", "{\"b\":1,\"a\":{\"c\":[[]]}}",
        "\"ñ😀\\u0001\\n\\\"\"", "\"\""})
    void read_thenWrite_givesTheSameText(String text)
    {
        assertThat(JsonWriter.write(JsonReader.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "{'a':1}", "01", "+1", ".5", "1.", "NaN", "Infinity", "1 2", "[]]",
        "\"a", "\"\n\"", "\"\\x\"", "tru", "// x\n1", "{\"a\":1,\"a\":2}", "{\"a\"}", "\u0000"})
    void read_whatIsNotJson_isRefused(String text)
    {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOfSatisfying(RpcException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.PARSE_ERROR));
    }

    @Test
    void read_nestedAsDeepAsAllowed_isRead()
    {
        String text = "[".repeat(JsonReader.DEPTH) + "]".repeat(JsonReader.DEPTH);

        assertThat(JsonWriter.write(JsonReader.read(text))).isEqualTo(text);
    }

    @Test
    void read_nestedDeeper_isRefused()
    {
        String text = "[".repeat(JsonReader.DEPTH + 1) + "]".repeat(JsonReader.DEPTH + 1);

        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(RpcException.class);
    }

    @Test
    void read_bytesThatAreNotUtf8_isRefusedWithTheirPlace()
    {
        byte[] bytes = {'"', 'a', (byte) 0xC3, '"'};

        assertThatThrownBy(() -> JsonReader.read(bytes, 0, bytes.length)).hasMessage("not UTF-8: the bytes from 2 on");
    }

    @Test
    void read_surrogateEncodedAsUtf8_isRefused()
    {
        byte[] bytes = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};

        assertThatThrownBy(() -> JsonReader.read(bytes, 0, bytes.length)).isInstanceOf(RpcException.class);
    }

    @Test
    void read_halfOfASurrogatePair_becomesTheReplacementCharacter()
    {
        assertThat(JsonReader.read("\"a\\ud800b\"").text()).contains("a\uFFFDb");
        assertThat(JsonReader.read("\"\\ud83d\\ude00\"").text()).contains("😀");
    }

    @Test
    void write_textThatWasCutInAPair_isStillUtf8()
    {
        assertThat(new String(JsonWriter.line(Json.object().put("😀".substring(0, 1), "a" + "😀".substring(1)).build()), UTF_8))
                .isEqualTo("{\"\uFFFD\":\"a\uFFFD\"}\n");
    }

    @Test
    void line_valueWithNewlineInAString_isOneLine()
    {
        assertThat(new String(JsonWriter.line(Json.of("a\nb")), UTF_8)).isEqualTo("\"a\\nb\"\n");
    }

    @Test
    void longValue_outsideTheRangeOfLong_isEmpty()
    {
        assertThat(((Json.JsonNumber) JsonReader.read("9223372036854775808")).longValue()).isEmpty();
        assertThat(((Json.JsonNumber) JsonReader.read("9223372036854775807")).longValue()).contains(Long.MAX_VALUE);
    }

    @Test
    void of_doubleThatJsonCannotSay_isNull()
    {
        assertThat(Json.of(Double.NaN)).isEqualTo(Json.ofNull());
    }
}
