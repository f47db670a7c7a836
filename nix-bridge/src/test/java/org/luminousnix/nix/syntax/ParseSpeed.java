package org.luminousnix.nix.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Measures how long a file of 1 000 lines takes to parse, here and by `nix-instantiate --parse`, whose start-up is not counted.
///
/// Run with the classes and test classes of this module on the class path; a file may be given as the argument.
public final class ParseSpeed
{
    private static final int FILES = 100;
    private static final int ROUNDS = 9;

    private ParseSpeed()
    {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException
    {
        String text = arguments.length > 0 ? Files.readString(Path.of(arguments[0])) : thousandLines();
        Path directory = Files.createTempDirectory("parse-speed");
        List<String> files = new ArrayList<>();
        for (int index = 0; index < FILES + 1; index++) {
            files.add(Files.writeString(directory.resolve("f" + index + ".nix"), text).toString());
        }
        double[] here = new double[ROUNDS];
        double[] nix = new double[ROUNDS];
        for (int round = 0; round < 5; round++) {
            parse(text);
        }
        for (int round = 0; round < ROUNDS; round++) {
            here[round] = parse(text) / FILES;
            double one = nix(files.subList(0, 1), directory);
            nix[round] = (nix(files, directory) - one) / FILES;
        }
        System.out.printf(
                "%d lines, %d bytes: here %.3f ms, nix-instantiate --parse without start-up %.3f ms, %.1f times as fast (medians of %d rounds)%n",
                text.lines().count(), text.length(),
                median(here), median(nix), median(nix) / median(here), ROUNDS);
    }

    private static double parse(String text)
    {
        long start = System.nanoTime();
        int errors = 0;
        for (int index = 0; index < FILES; index++) {
            errors += SyntaxTree.parse(text).errors().size();
        }
        if (errors > 0) {
            throw new IllegalStateException("the text does not parse: " + SyntaxTree.parse(text).errors().getFirst().describe("text"));
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double nix(List<String> files, Path directory)
            throws IOException, InterruptedException
    {
        List<String> command = new ArrayList<>(List.of("nix-instantiate", "--parse"));
        command.addAll(files);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("NIX_STATE_DIR", directory + "/state", "NIX_STORE_DIR", directory + "/store"));
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("nix-instantiate ended with " + code);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values)
    {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String thousandLines()
    {
        StringBuilder text = new StringBuilder("{ config, lib, pkgs, ... }:\n\nlet\n  domain = \"example.org\";\nin\n{\n");
        for (int index = 0; index < 71; index++) {
            text.append(
                    """
                      # Service number %1$d, as it is often written.
                      services.service%1$d = lib.mkIf (config.services.nginx.enable && %1$d > 2) {
                        enable = true;
                        package = pkgs.service%1$d or pkgs.hello;
                        settings = { port = 80%1$d; host = "host%1$d.${domain}"; path = ./service%1$d.nix; };
                        extraConfig = ''
                          listen 80%1$d;
                          root ${pkgs.hello}/share;
                        '';
                      };
                      environment.etc."service%1$d/config".text = builtins.concatStringsSep "\\n" (map (x: "value=${toString x}") [ 1 2 3 ]);

                      users.users.user%1$d = { isNormalUser = true; extraGroups = [ "wheel" "audio" ] ++ lib.optional (domain != "") "video"; };

                    """.formatted(
                            index));
        }
        return text.append("}\n").toString();
    }
}
