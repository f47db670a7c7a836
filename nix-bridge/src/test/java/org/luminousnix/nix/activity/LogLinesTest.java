package org.luminousnix.nix.activity;

import org.junit.jupiter.api.Test;

import org.luminousnix.nix.activity.LogEvent.Amount;
import org.luminousnix.nix.activity.LogEvent.Foreign;
import org.luminousnix.nix.activity.LogEvent.Message;
import org.luminousnix.nix.activity.LogEvent.Position;
import org.luminousnix.nix.activity.LogEvent.Result;
import org.luminousnix.nix.activity.LogEvent.Started;
import org.luminousnix.nix.activity.LogEvent.Stopped;
import org.luminousnix.nix.activity.LogEvent.Text;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LogLinesTest
{
    @Test
    void read_ofAStart_takesFieldsAndParent()
    {
        var event = LogLines.read(
                "@nix {\"action\":\"start\",\"fields\":[\"/nix/store/x.drv\",\"\",1,1],\"id\":66073776881669,\"level\":3,\"parent\":7,\"text\":\"building 'x'\",\"type\":105}");

        assertThat(event).isEqualTo(new Started(66073776881669L, 3, 105, "building 'x'",
                List.of(new Text("/nix/store/x.drv"), new Text(""), new Amount(1), new Amount(1)), 7));
    }

    @Test
    void read_ofAStartWithoutParent_takesNone()
    {
        assertThat(LogLines.read("@nix {\"action\":\"start\",\"id\":1,\"level\":6,\"text\":\"\",\"type\":0}"))
                .isEqualTo(new Started(1, 6, 0, "", List.of(), 0));
    }

    @Test
    void read_ofAnUnknownType_keepsItsNumber()
    {
        assertThat(LogLines.read("@nix {\"action\":\"result\",\"fields\":[\"x\"],\"id\":1,\"type\":999}"))
                .isEqualTo(new Result(1, 999, List.of(new Text("x"))));
    }

    @Test
    void read_ofAStop_takesTheId()
    {
        assertThat(LogLines.read("@nix {\"action\":\"stop\",\"id\":5}")).isEqualTo(new Stopped(5));
    }

    @Test
    void read_ofAnError_takesPositionAndTraceWithoutColours()
    {
        var event = LogLines.read(
                "@nix {\"action\":\"msg\",\"column\":285,\"file\":\"/t.nix\",\"level\":0,\"line\":2,\"msg\":\"\\u001b[31;1merror:\\u001b[0m no\","
                        + "\"raw_msg\":\"attribute '\\u001b[35;1my\\u001b[0m' missing\",\"trace\":[{\"column\":1,\"file\":\"/u.nix\",\"line\":3,\"raw_msg\":\"from call site\\u001b[35;1m\\u001b[0m\"}]}");

        assertThat(event).isInstanceOfSatisfying(Message.class, message -> {
            assertThat(message.text()).isEqualTo("error: no");
            var problem = message.problem().orElseThrow();
            assertThat(problem.message()).isEqualTo("attribute 'y' missing");
            assertThat(problem.position()).contains(new Position("/t.nix", 2, 285));
            assertThat(problem.trace())
                    .containsExactly(new LogEvent.Frame("from call site", java.util.Optional.of(new Position("/u.nix", 3, 1))));
        });
    }

    @Test
    void read_ofAnErrorWithoutPosition_takesNone()
    {
        var event = LogLines.read(
                "@nix {\"action\":\"msg\",\"column\":null,\"file\":null,\"level\":0,\"line\":null,\"msg\":\"error: x\",\"raw_msg\":\"x\"}");

        assertThat(((Message) event).problem().orElseThrow().position()).isEmpty();
    }

    @Test
    void read_ofAForeignLine_keepsItWithoutEscapes()
    {
        assertThat(LogLines.read("hello \u001b[1mworld\u001b[0m\u001b]0;title\u0007")).isEqualTo(new Foreign("hello world"));
    }

    @Test
    void read_ofBrokenJson_keepsTheLine()
    {
        assertThat(LogLines.read("@nix {\"action\":")).isEqualTo(new Foreign("@nix {\"action\":"));
    }

    @Test
    void read_ofADeeplyNestedLine_keepsTheLine()
    {
        var line = "@nix " + "[".repeat(100_000);

        assertThat(LogLines.read(line)).isEqualTo(new Foreign(line));
    }

    @Test
    void read_ofAnUnknownAction_keepsTheLine()
    {
        assertThat(LogLines.read("@nix {\"action\":\"dance\"}")).isInstanceOf(Foreign.class);
    }

    @Test
    void read_ofHugeNumbers_doesNotOverflow()
    {
        assertThat(LogLines.read("@nix {\"action\":\"stop\",\"id\":99999999999999999999999}")).isEqualTo(new Stopped(0));
    }
}
