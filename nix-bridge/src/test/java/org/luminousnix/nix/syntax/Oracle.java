package org.luminousnix.nix.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/// Asks `nix-instantiate --parse` whether it takes texts. It stops at the first file that it rejects, so that files it is expected to take
/// are asked about together and the others one by one.
public final class Oracle
{
    private final Path directory;
    private int files;

    public Oracle(Path directory)
    {
        this.directory = requireNonNull(directory, "directory is null");
    }

    /// Tells whether there is a Nix to ask.
    public static boolean isPresent()
    {
        return List.of(System.getenv("PATH").split(":")).stream().anyMatch(bin -> Files.isExecutable(Path.of(bin, "nix-instantiate")));
    }

    /// Returns what Nix says to all the texts at once; empty if it takes them all.
    public String rejection(List<String> texts)
    {
        for (int start = 0; start < texts.size(); start += 500) {
            String said = parse(texts.subList(start, Math.min(texts.size(), start + 500)));
            if (!said.isEmpty()) {
                return said;
            }
        }
        return "";
    }

    private String parse(List<String> texts)
    {
        try {
            List<String> command = new ArrayList<>(List.of("nix-instantiate", "--parse"));
            for (String text : texts) {
                Path file = directory.resolve("text" + files++ + ".nix");
                Files.writeString(file, text);
                command.add(file.toString());
            }
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(Map.of("NIX_STATE_DIR", directory + "/state", "NIX_STORE_DIR", directory + "/store"));
            Process process = builder.start();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : said;
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Nix was asked", e);
        }
    }
}
