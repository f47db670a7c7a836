package org.luminousnix.daemon.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The values of the settings: a flag before an environment variable before the default.
public final class Settings
{
    private final Map<Setting, String> values;
    private final Map<String, String> environment;

    private Settings(Map<Setting, String> values, Map<String, String> environment)
    {
        this.values = values;
        this.environment = Map.copyOf(environment);
    }

    /// Reads flags and environment; an unknown flag or one without a value throws a {@link SettingException}.
    public static Settings read(List<String> arguments, Map<String, String> environment)
    {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            setting.fallback().ifPresent(value -> values.put(setting, value));
            Optional.ofNullable(environment.get(setting.variable())).filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(setting, value));
        }
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            readFlag(left, values);
        }
        return new Settings(values, environment);
    }

    private static void readFlag(Iterator<String> left, Map<Setting, String> values)
    {
        String flag = left.next();
        Setting setting = Setting.ofFlag(flag)
                .orElseThrow(() -> new SettingException("there is no setting %s; --help lists them".formatted(flag)));
        if (!left.hasNext()) {
            throw new SettingException("%s needs a value: %s %s".formatted(flag, flag, setting.argument()));
        }
        values.put(setting, left.next());
    }

    /// Returns a value where there is one.
    public Optional<String> text(Setting setting)
    {
        return Optional.ofNullable(values.get(setting));
    }

    /// Returns a path where there is one.
    public Optional<Path> path(Setting setting)
    {
        return text(setting).map(value -> Path.of(value).toAbsolutePath().normalize());
    }

    /// Returns a number of a setting that has a default; anything but a number from 1 throws a {@link SettingException}.
    public int number(Setting setting)
    {
        String text = requireNonNull(values.get(setting), setting + " has no value");
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new SettingException("%s is a number from 1 to 999999999, not %s".formatted(setting.flag(), text));
        }
        return Integer.parseInt(text);
    }

    /// Returns a truth value of a setting that has a default; anything but true and false throws a {@link SettingException}.
    public boolean flag(Setting setting)
    {
        return switch (requireNonNull(values.get(setting), setting + " has no value")) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new SettingException("%s is true or false, not %s".formatted(setting.flag(), other));
        };
    }

    /// Returns the directory of everything that the daemon keeps.
    public Path stateDirectory()
    {
        return path(Setting.STATE).or(() -> variable("STATE_DIRECTORY")).orElseGet(this::homeState);
    }

    private Path homeState()
    {
        Path state = variable("XDG_STATE_HOME")
                .orElseGet(() -> Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local/state"));
        return state.resolve("luminous-nix");
    }

    private Optional<Path> variable(String name)
    {
        return Optional.ofNullable(environment.get(name)).filter(value -> value.startsWith("/")).map(Path::of);
    }
}
