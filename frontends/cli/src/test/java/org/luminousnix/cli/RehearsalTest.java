package org.luminousnix.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luminousnix.protocol.AskReply;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.JsonReader;
import org.luminousnix.protocol.PreviewAnswer;
import org.luminousnix.protocol.Wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

@Timeout(20)
class RehearsalTest
{
    @Test
    void main_withTheAnswersOfTheResource_comesToItsEnd()
    {
        assertThatCode(() -> Rehearsal.main(new String[0])).doesNotThrowAnyException();
    }

    @Test
    void answers_areOfTheProtocol() throws IOException
    {
        Json answers = JsonReader.read(Files.readString(Path.of("src/main/resources/org/luminousnix/cli/rehearsal.json")));

        assertThat(Wire.read(answers.get("ask").orElseThrow(), AskReply.class).plan()).isPresent();
        assertThat(Wire.read(answers.get("plan.preview").orElseThrow(), PreviewAnswer.class).preview().edits()).isNotEmpty();
    }
}
