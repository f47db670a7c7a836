package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static java.util.Objects.requireNonNull;

/// Generates edits of the written shapes, each with the edit that takes it back.
final class GeneratedEdits
{
    private static final List<String> PACKAGES = List.of("git", "ripgrep", "python3Packages.numpy", "kdePackages.kate",
            "nodePackages.\"@vue/cli\"", "_7zz", "map", "lib", "unstable.vim", "vim-full", "gnome.gedit");
    private static final List<String> OPTIONS = List.of("services.openssh.settings.X11Forwarding", "boot.kernelModules",
            "networking.extraHosts", "users.users.\"a b\".description", "environment.sessionVariables.FOO",
            "programs.git.config", "a.b.c.d", "security.sudo.extraConfig");
    private static final String CHARACTERS = "ab $\"'\\\n\r\t{}[];#/*éß😀`@|<>&";

    private final Random random;
    private final List<String> texts = new ArrayList<>();

    GeneratedEdits(Random random)
    {
        this.random = requireNonNull(random, "random is null");
        Shape.all().forEach(shape -> texts.addAll(shape.variants()));
    }

    Round next()
    {
        String text = texts.get(random.nextInt(texts.size()));
        OptionPath option = OptionPath.parse(OPTIONS.get(random.nextInt(OPTIONS.size())));
        return switch (random.nextInt(4)) {
            case 0 -> {
                NixValue element = value(2);
                yield new Round(text, new ConfigurationEdit.AddToList(option, element),
                        new ConfigurationEdit.RemoveFromList(option, element));
            }
            case 1 -> new Round(text, new ConfigurationEdit.SetOption(option, value(3)), new ConfigurationEdit.UnsetOption(option));
            default -> {
                OptionPath list = random.nextInt(3) > 0
                        ? ConfigurationEdit.SYSTEM_PACKAGES
                        : OptionPath.parse(random.nextBoolean() ? "fonts.packages" : "users.users.alice.packages");
                OptionPath attribute = OptionPath.parse(PACKAGES.get(random.nextInt(PACKAGES.size())));
                yield new Round(text, new ConfigurationEdit.AddPackage(list, attribute),
                        new ConfigurationEdit.RemovePackage(list, attribute));
            }
        };
    }

    NixValue value(int depth)
    {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> NixValue.of(random.nextBoolean());
            case 1 -> NixValue.of(random.nextLong() >>> random.nextInt(64));
            case 2 -> new NixValue.Decimal(random.nextInt(1000) / 8.0 - 20);
            case 3 -> new NixValue.Null();
            case 4 -> new NixValue.Path("./" + "abc".charAt(random.nextInt(3)) + ".nix");
            case 5, 6 -> NixValue.of(text());
            case 7 -> {
                List<NixValue> values = new ArrayList<>();
                for (int count = random.nextInt(5); count > 0; count--) {
                    values.add(value(depth - 1));
                }
                yield NixValue.of(values);
            }
            default -> {
                Map<String, NixValue> values = new LinkedHashMap<>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    values.put(text() + count, value(depth - 1));
                }
                yield NixValue.of(values);
            }
        };
    }

    String text()
    {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(12); count > 0; count--) {
            int at = random.nextInt(CHARACTERS.codePointCount(0, CHARACTERS.length()));
            text.appendCodePoint(CHARACTERS.codePointAt(CHARACTERS.offsetByCodePoints(0, at)));
        }
        return text.toString();
    }

    /// A text, an edit of it and what takes the edit back.
    record Round(String text, ConfigurationEdit edit, ConfigurationEdit inverse)
    {}
}
