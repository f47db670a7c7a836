package org.luminousnix.protocol;

import org.junit.jupiter.api.Test;
import org.luminousnix.protocol.AskReply.Item;
import org.luminousnix.protocol.AskReply.Reply;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WireTest
{
    @Test
    void write_recordWithEmptyOptional_leavesTheMemberOut()
    {
        Json json = Wire.write(new Question("Which one?", List.of()));

        assertThat(json).hasToString("{\"text\":\"Which one?\",\"choices\":[]}");
        assertThat(Wire.write(new Recognition(List.of(), Optional.empty()))).hasToString("{\"intents\":[]}");
    }

    @Test
    void write_enum_isItsNameInKebabCase()
    {
        assertThat(Wire.write(Verdict.NEEDS_APPROVAL)).hasToString("\"needs-approval\"");
    }

    @Test
    void write_optionHit_callsTheDefaultByItsWireName()
    {
        Json json = Wire.write(new OptionHit("time.timeZone", "null or string", Optional.of("null"), "The time zone.", "nixos", 1));

        assertThat(json.get("default").flatMap(Json::text)).contains("null");
    }

    @Test
    void read_whatWasWritten_givesTheSameRecord()
    {
        AskReply reply = new AskReply(
                List.of(new RecognizedIntent("package.install", slots(), 0.97, true, List.of("the word \"install\""))),
                new Reply("Firefox would be added.",
                        List.of(new Item("package", Optional.of("firefox"), Optional.empty(), "firefox 133.0", "A web browser")),
                        List.of()),
                Optional.of(plan()),
                Optional.empty(),
                "install names a package",
                Outcome.PLANNED,
                "d1");

        assertThat(Wire.read(JsonReader.read(JsonWriter.write(Wire.write(reply))), AskReply.class)).isEqualTo(reply);
    }

    @Test
    void read_optionalNumbers_keepTheirRange()
    {
        ExecutionEvent event = new ExecutionEvent("e", 2, ExecutionEvent.Kind.PROGRESS, OptionalLong.of(1L << 40), OptionalLong.empty(),
                Optional.of("bytes"), Optional.empty());

        assertThat(Wire.read(Wire.write(event), ExecutionEvent.class)).isEqualTo(event);
    }

    @Test
    void read_unknownMember_isIgnored()
    {
        assertThat(Wire.read(JsonReader.read("{\"name\":\"a\",\"version\":\"1\",\"later\":true}"), Software.class))
                .isEqualTo(new Software("a", "1"));
    }

    @Test
    void readParameter_unknownMember_isRefusedByName()
    {
        assertThatThrownBy(() -> Wire.readParameter(JsonReader.read("{\"name\":\"a\",\"version\":\"1\",\"later\":true}"), Software.class))
                .isInstanceOf(RpcException.class)
                .hasMessage("later: is not known");
    }

    @Test
    void read_wrongTypeDeepInside_namesThePath()
    {
        assertThatThrownBy(() -> Wire.read(JsonReader.read("{\"intents\":[{\"name\":7}]}"), Recognition.class))
                .hasMessage("intents[0].name: expected a string, found a number");
    }

    @Test
    void read_missingMember_isNamed()
    {
        assertThatThrownBy(() -> Wire.read(JsonReader.read("{\"name\":\"a\"}"), Software.class)).hasMessage("version: is missing");
    }

    @Test
    void read_unknownConstant_saysWhichThereAre()
    {
        assertThatThrownBy(() -> Wire.read(Json.of("root"), Role.class)).hasMessage("expected one of viewer, user, operator");
    }

    @Test
    void read_numberWithFraction_isNotAWholeNumber()
    {
        assertThatThrownBy(() -> Wire.read(JsonReader.read("{\"file\":\"a\",\"line\":1.5}"), SourceLocation.class))
                .hasMessageStartingWith("line: expected a whole number");
        assertThat(Wire.read(JsonReader.read("{\"file\":\"a\",\"line\":1e1}"), SourceLocation.class).line()).isEqualTo(10);
    }

    private static Map<String, Json> slots()
    {
        Map<String, Json> slots = new LinkedHashMap<>();
        slots.put("packages", Json.strings(List.of("firefox")));
        slots.put("scope", Json.of("system"));
        return slots;
    }

    private static PlanView plan()
    {
        return new PlanView("p1", "sha256:00", "Install firefox",
                List.of(new PlanStep("edit-configuration", "Add firefox", "$EDITOR configuration.nix", Risk.REVERSIBLE, Privilege.SYSTEM,
                        Optional.empty())),
                Risk.REVERSIBLE, Verdict.NEEDS_APPROVAL, List.of(), true, Instant.parse("2026-11-20T12:00:00Z"),
                new Approval(Approval.Kind.YES_NO, "Do it?", Optional.empty()));
    }
}
