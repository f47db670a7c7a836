package org.luminousnix.nix.benchmark;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.daemon.ChildEndpoint;
import org.luminousnix.nix.daemon.DaemonConnection;
import org.luminousnix.nix.daemon.DaemonEndpoint;
import org.luminousnix.nix.daemon.DaemonTimes;
import org.luminousnix.nix.daemon.Payload;
import org.luminousnix.nix.daemon.SocketEndpoint;
import org.luminousnix.nix.daemon.WorkerUploads;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Dialogue;
import org.luminousnix.nix.process.NativeProcesses;
import org.luminousnix.nix.store.ContentAddress;
import org.luminousnix.nix.store.StoreDirectory;
import org.luminousnix.nix.store.StorePath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A real store of two thousand objects that refer to each other, and a profile of a hundred generations, with a daemon that listens.
final class BenchmarkStore implements AutoCloseable
{
    static final int GENERATIONS = 100;
    private static final int OBJECTS = 2_000;
    private static final int REFERENCES = 5;

    private final NixLayout layout;
    private final StorePath bottom;
    private final StorePath top;
    private final Dialogue daemon;

    private BenchmarkStore(NixLayout layout, StorePath bottom, StorePath top)
    {
        this.layout = layout;
        this.bottom = bottom;
        this.top = top;
        this.daemon = NativeProcesses.ofMachine().converse(Command.of("nix-daemon").withEnvironment(layout.environment()));
    }

    /// Makes it below a directory, which is deleted with it.
    static BenchmarkStore fill(Path directory) throws IOException
    {
        NixLayout layout = layout(directory.toRealPath());
        var child = ChildEndpoint.of(layout, NativeProcesses.ofMachine());
        try (var connection = DaemonConnection.open(child, StoreDirectory.of(layout.store()), Optional.empty(), DaemonTimes.usual())) {
            List<StorePath> objects = objects(connection);
            profile(layout, connection, directory);
            return new BenchmarkStore(layout, objects.getFirst(), objects.getLast());
        }
    }

    NixLayout layout()
    {
        return layout;
    }

    /// Returns an object that all others need.
    StorePath bottom()
    {
        return bottom;
    }

    /// Returns an object that needs all others.
    StorePath top()
    {
        return top;
    }

    DaemonEndpoint endpoint() throws IOException
    {
        var socket = SocketEndpoint.of(layout);
        while (daemon.isAlive() && Files.notExists(socket.socket())) {
            Thread.onSpinWait();
        }
        return socket;
    }

    @Override
    public void close() throws IOException
    {
        daemon.close();
        for (Path file : files()) {
            // The store makes its directories read-only.
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            }
        }
        for (Path file : files().reversed()) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> files() throws IOException
    {
        try (Stream<Path> files = Files.walk(layout.store().getParent())) {
            return files.toList();
        }
    }

    private static List<StorePath> objects(DaemonConnection connection)
    {
        var random = new Random(2_800);
        var objects = new ArrayList<StorePath>();
        for (int number = 0; number < OBJECTS; number++) {
            Set<StorePath> references = new TreeSet<>();
            for (int count = 0; count < Math.min(number, REFERENCES); count++) {
                references.add(objects.get(number - 1 - (count == 0 ? 0 : random.nextInt(number))));
            }
            var text = new StringBuilder("object ").append(number);
            references.forEach(reference -> text.append('\n').append(connection.directory().fullPath(reference)));
            objects.add(connection.call(WorkerUploads.ADD_TEXT_TO_STORE,
                    new WorkerUploads.Text("package-1." + number, text.toString(), references)));
        }
        return objects;
    }

    private static void profile(NixLayout layout, DaemonConnection connection, Path directory) throws IOException
    {
        Path profile = layout.systemProfile();
        Files.createDirectories(profile.getParent());
        for (int number = 1; number <= GENERATIONS; number++) {
            Path tree = Files.createDirectories(directory.resolve("generation-" + number));
            Files.writeString(tree.resolve("nixos-version"), "24.05." + number);
            var content = new WorkerUploads.Content("nixos-system-box-24.05." + number, ContentAddress.Method.NAR,
                    ContentAddress.Algorithm.SHA256, Set.of(), Payload.nar(tree));
            Path system = connection.directory().resolve(connection.call(WorkerUploads.ADD_TO_STORE, content).path());
            Files.createSymbolicLink(profile.resolveSibling("system-" + number + "-link"), system);
        }
        Files.createSymbolicLink(profile, Path.of("system-" + GENERATIONS + "-link"));
    }

    private static NixLayout layout(Path directory)
    {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", directory.toString());
        environment.put("NIX_STORE_DIR", directory.resolve("store").toString());
        environment.put("NIX_STATE_DIR", directory.resolve("var/nix").toString());
        environment.put("NIX_LOG_DIR", directory.resolve("var/log/nix").toString());
        environment.put("NIX_CONF_DIR", directory.resolve("etc").toString());
        environment.put("NIX_CONFIG", "build-users-group =\nsubstituters =\nsandbox = false\nexperimental-features = nix-command\n");
        return new NixLayout(directory.resolve("store"), directory.resolve("var/nix"), directory.resolve("etc/nixos"),
                directory.resolve("run"), environment, true);
    }
}
