package org.luminousnix.cli;

import org.junit.jupiter.api.Test;
import org.luminousnix.cli.Command.DaemonRun;
import org.luminousnix.cli.Command.DaemonStatus;
import org.luminousnix.cli.Command.DaemonStop;
import org.luminousnix.cli.Command.Print;
import org.luminousnix.cli.Command.Rpc;
import org.luminousnix.cli.Command.Say;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommandLineReaderTest
{
    @Test
    void read_severalWords_areOneSentence()
    {
        assertThat(command("install", "ripgrep")).isEqualTo(new Say("install ripgrep"));
    }

    @Test
    void read_flagBehindTheSentence_isAFlag()
    {
        assertThat(CommandLineReader.read("install ripgrep", "--yes").options().yes()).isTrue();
    }

    @Test
    void read_wordsBehindTwoDashes_areTheSentence()
    {
        assertThat(command("--", "what", "does", "-p", "mean")).isEqualTo(new Say("what does -p mean"));
    }

    @Test
    void read_unknownFlag_isAUsageError()
    {
        assertThatThrownBy(() -> CommandLineReader.read("--frobnicate", "x")).isInstanceOf(UsageException.class)
                .hasMessageContaining("--frobnicate");
    }

    @Test
    void read_nothing_isAUsageError()
    {
        assertThatThrownBy(CommandLineReader::read).isInstanceOf(UsageException.class);
    }

    @Test
    void read_blanks_areAUsageError()
    {
        assertThatThrownBy(() -> CommandLineReader.read("  ")).isInstanceOf(UsageException.class);
    }

    @Test
    void read_socketWithoutPath_isAUsageError()
    {
        assertThatThrownBy(() -> CommandLineReader.read("install x", "--socket")).isInstanceOf(UsageException.class);
    }

    @Test
    void read_daemonStatus_isTheSubcommand()
    {
        assertThat(command("daemon", "status")).isEqualTo(new DaemonStatus());
    }

    @Test
    void read_daemonStopWithSocket_isTheSubcommand()
    {
        assertThat(command("daemon", "stop", "--socket", "/s")).isEqualTo(new DaemonStop());
    }

    @Test
    void read_sentenceThatBeginsWithDaemon_isASentence()
    {
        assertThat(command("daemon", "status", "is", "bad")).isEqualTo(new Say("daemon status is bad"));
    }

    @Test
    void read_daemonStatusAsOneWord_isASentence()
    {
        assertThat(command("daemon status")).isEqualTo(new Say("daemon status"));
    }

    @Test
    void read_daemonRun_leavesItsSettingsAlone()
    {
        assertThat(command("daemon", "run", "--lab", "/l", "--frobnicate"))
                .isEqualTo(new DaemonRun(List.of("--lab", "/l", "--frobnicate")));
    }

    @Test
    void read_rpcWithParameters_isTheSubcommand()
    {
        assertThat(command("rpc", "catalog.searchPackages", "{\"query\":\"x\"}"))
                .isEqualTo(new Rpc("catalog.searchPackages", Optional.of("{\"query\":\"x\"}")));
    }

    @Test
    void read_rpcOfAsk_isTheSubcommand()
    {
        assertThat(command("rpc", "ask", "-")).isEqualTo(new Rpc("ask", Optional.of("-")));
    }

    @Test
    void read_rpcInASentence_isASentence()
    {
        assertThat(command("rpc", "bind", "fails")).isEqualTo(new Say("rpc bind fails"));
    }

    @Test
    void read_help_isPrintedWithExitCodes()
    {
        assertThat(command("--help")).isInstanceOfSatisfying(Print.class,
                print -> assertThat(print.text()).contains("--dry-run", "4 not understood", "rpc METHOD [JSON]"));
    }

    private static Command command(String... arguments)
    {
        return CommandLineReader.read(arguments).command();
    }
}
