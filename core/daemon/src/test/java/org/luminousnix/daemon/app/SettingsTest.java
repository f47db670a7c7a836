package org.luminousnix.daemon.app;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest
{
    @Test
    void read_flagAndVariable_takesTheFlag()
    {
        Settings settings = Settings.read(List.of("--lab", "/tmp/lab"), Map.of("LUMINOUS_NIX_LAB", "/tmp/other"));

        assertThat(settings.path(Setting.LAB)).contains(Path.of("/tmp/lab"));
    }

    @Test
    void read_nothing_takesTheDefaults()
    {
        Settings settings = Settings.read(List.of(), Map.of("HOME", "/home/alice"));

        assertThat(settings.number(Setting.MAX_LINE)).isEqualTo(1 << 20);
        assertThat(settings.flag(Setting.LEARNING)).isTrue();
        assertThat(settings.path(Setting.LAB)).isEmpty();
        assertThat(settings.stateDirectory()).isEqualTo(Path.of("/home/alice/.local/state/luminous-nix"));
    }

    @Test
    void read_everyFlag_isMapped()
    {
        Stream.of(Setting.values())
                .forEach(setting -> assertThat(Settings.read(List.of(setting.flag(), "7"), Map.of()).text(setting)).contains("7"));
    }

    @Test
    void read_everyVariable_isMapped()
    {
        Stream.of(Setting.values())
                .forEach(setting -> assertThat(Settings.read(List.of(), Map.of(setting.variable(), "7")).text(setting)).contains("7"));
    }

    @Test
    void read_unknownFlag_isRefusedByName()
    {
        assertThatThrownBy(() -> Settings.read(List.of("--labb", "x"), Map.of())).isInstanceOf(SettingException.class)
                .hasMessageContaining("--labb");
    }

    @Test
    void read_flagWithoutValue_saysWhatIsMissing()
    {
        assertThatThrownBy(() -> Settings.read(List.of("--lab"), Map.of())).hasMessage("--lab needs a value: --lab DIR");
    }

    @Test
    void number_ofText_isRefused()
    {
        Settings settings = Settings.read(List.of("--max-line", "many"), Map.of());

        assertThatThrownBy(() -> settings.number(Setting.MAX_LINE)).hasMessage("--max-line is a number from 1 to 999999999, not many");
    }

    @Test
    void flag_ofAnotherWord_isRefused()
    {
        Settings settings = Settings.read(List.of("--learning", "yes"), Map.of());

        assertThatThrownBy(() -> settings.flag(Setting.LEARNING)).hasMessage("--learning is true or false, not yes");
    }
}
