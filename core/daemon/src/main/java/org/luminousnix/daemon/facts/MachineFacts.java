package org.luminousnix.daemon.facts;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers questions about the machine from /proc, /sys and the kernel, at the time of the question.
public final class MachineFacts
{
    private final Proc proc;
    private final Map<String, Supplier<Facts>> topics = new LinkedHashMap<>();

    /// Reads below a root, which is `/` but in tests.
    public MachineFacts(Path root)
    {
        proc = new Proc(root);
        topics.put("cpu", this::cpu);
        topics.put("memory", this::memory);
        topics.put("gpu", this::gpu);
        topics.put("disks", this::disks);
        topics.put("address", this::address);
        topics.put("network", this::address);
        topics.put("processes", this::processes);
        topics.put("kernel", this::kernel);
        topics.put("uptime", this::uptime);
        topics.put("users", this::users);
        topics.put("hardware", this::hardware);
    }

    /// Returns the topics that {@link #about} knows.
    public List<String> topics()
    {
        return List.copyOf(topics.keySet());
    }

    /// Returns what is known of a topic; empty where there is no such topic.
    public Optional<Facts> about(String topic)
    {
        return Optional.ofNullable(topics.get(topic.toLowerCase(Locale.ROOT))).map(Supplier::get);
    }

    private Facts cpu()
    {
        Optional<String> model = proc.member("proc/cpuinfo", "model name").or(() -> proc.line("sys/firmware/devicetree/base/model"));
        long threads = proc.lines("proc/cpuinfo").stream().filter(line -> line.startsWith("processor")).count();
        String load = proc.line("proc/loadavg").map(line -> line.split(" ")[0]).orElse("unknown");
        if (threads == 0) {
            return Facts.unreadable("cpu", "The processor");
        }
        return new Facts("cpu", "%s with %s; the load over the last minute is %s.".formatted(model.orElse("A processor without a name"),
                Sizes.counted(threads, "hardware thread"), load),
                List.of(Measured.ofText("cpu.model", "Model", model.orElse("unknown"), "/proc/cpuinfo"),
                        Measured.ofCount("cpu.threads", "Hardware threads", threads, "/proc/cpuinfo"),
                        Measured.ofText("cpu.load", "Load, last minute", load, "/proc/loadavg")));
    }

    private Facts memory()
    {
        Optional<Long> total = kibibytes("MemTotal");
        Optional<Long> available = kibibytes("MemAvailable");
        if (total.isEmpty() || available.isEmpty()) {
            return Facts.unreadable("memory", "The memory");
        }
        long used = total.get() - available.get();
        List<Measured> values = new ArrayList<>(List.of(Measured.ofBytes("memory.total", "Memory", total.get(), "/proc/meminfo MemTotal"),
                Measured.ofBytes("memory.available", "Available", available.get(), "/proc/meminfo MemAvailable"),
                Measured.ofBytes("memory.used", "Used", used, "/proc/meminfo MemTotal - MemAvailable")));
        kibibytes("SwapTotal").ifPresent(swap -> values.add(Measured.ofBytes("swap.total", "Swap", swap, "/proc/meminfo SwapTotal")));
        kibibytes("SwapFree").ifPresent(swap -> values.add(Measured.ofBytes("swap.free", "Free swap", swap, "/proc/meminfo SwapFree")));
        return new Facts("memory",
                "%s of %s of memory are in use (%d %%); %s are available.".formatted(Sizes.text(used), Sizes.text(total.get()),
                        100 * used / total.get(), Sizes.text(available.get())),
                values);
    }

    private Optional<Long> kibibytes(String name)
    {
        return proc.member("proc/meminfo", name).flatMap(MachineFacts::leadingNumber).map(number -> number * 1024);
    }

    private static Optional<Long> leadingNumber(String value)
    {
        String word = value.split(" ", 2)[0];
        return word.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(word)) : Optional.empty();
    }

    private Facts gpu()
    {
        List<Measured> cards = proc.names("sys/class/drm").stream().filter(name -> name.matches("card[0-9]+")).map(this::card).toList();
        if (cards.isEmpty()) {
            return new Facts("gpu", "The kernel shows no graphics card (nothing in /sys/class/drm).", List.of());
        }
        return new Facts("gpu", "Graphics: " + cards.stream().map(Measured::text).collect(Collectors.joining("; ")) + ".", cards);
    }

    private Measured card(String name)
    {
        String device = "sys/class/drm/" + name + "/device/";
        String vendor = proc.line(device + "vendor").map(MachineFacts::vendor).orElse("unknown vendor");
        String driver = proc.lines(device + "uevent").stream().filter(line -> line.startsWith("DRIVER=")).map(line -> line.substring(7))
                .findFirst().orElse("no driver");
        return Measured.ofText("gpu." + name, name,
                "%s, device %s, driver %s".formatted(vendor, proc.line(device + "device").orElse("unknown"), driver), "/" + device);
    }

    private static String vendor(String id)
    {
        return switch (id) {
            case "0x10de" -> "NVIDIA";
            case "0x1002" -> "AMD";
            case "0x8086" -> "Intel";
            default -> "vendor " + id;
        };
    }

    private Facts disks()
    {
        List<Measured> values = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        for (String mount : mounts()) {
            filesystem(mount, values).ifPresent(text -> sentence.append(sentence.isEmpty() ? "" : " ").append(text));
        }
        return values.isEmpty() ? Facts.unreadable("disks", "The disks") : new Facts("disks", sentence.toString(), values);
    }

    /// Returns where real disks are mounted; a device counts once, where it was mounted first.
    private List<String> mounts()
    {
        Map<String, String> byDevice = new LinkedHashMap<>();
        for (String line : proc.lines("proc/mounts")) {
            String[] fields = line.split(" ");
            if (fields.length > 2 && fields[0].startsWith("/dev/") && !fields[0].startsWith("/dev/loop")) {
                byDevice.putIfAbsent(fields[0], fields[1].replace("\\040", " "));
            }
        }
        return List.copyOf(byDevice.values());
    }

    private static Optional<String> filesystem(String mount, List<Measured> values)
    {
        try {
            FileStore store = Files.getFileStore(Path.of(mount));
            long total = store.getTotalSpace();
            long free = store.getUsableSpace();
            if (total == 0) {
                return Optional.empty();
            }
            values.add(Measured.ofBytes("disk.total " + mount, mount + " size", total, "statvfs " + mount));
            values.add(Measured.ofBytes("disk.free " + mount, mount + " free", free, "statvfs " + mount));
            return Optional.of("%s has %s free of %s (%d %% used).".formatted(mount, Sizes.text(free), Sizes.text(total),
                    100 * (total - free) / total));
        }
        catch (IOException e) {
            return Optional.empty();
        }
    }

    private Facts address()
    {
        List<Measured> values = new ArrayList<>();
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            interfaces.filter(MachineFacts::carries)
                    .forEach(card -> card.inetAddresses().forEach(address -> values.add(Measured.ofText("address " + card.getName(),
                            card.getName(), address.getHostAddress().replaceFirst("%.*", ""), "the kernel's list of interfaces"))));
        }
        catch (SocketException e) {
            return Facts.unreadable("address", "The network interfaces");
        }
        if (values.isEmpty()) {
            return new Facts("address",
                    "No interface but the loopback one is up with an address: this machine has no network connection now.", List.of());
        }
        return new Facts("address",
                values.stream().map(value -> value.title() + " has " + value.text()).collect(Collectors.joining(", ")) + ".", values);
    }

    private static boolean carries(NetworkInterface card)
    {
        try {
            return card.isUp() && !card.isLoopback();
        }
        catch (SocketException e) {
            return false;
        }
    }

    private Facts processes()
    {
        List<Measured> largest = proc.names("proc").stream().filter(name -> name.matches("[0-9]+")).flatMap(pid -> process(pid).stream())
                .sorted((a, b) -> Long.compare((Long) b.value(), (Long) a.value())).limit(10).toList();
        if (largest.isEmpty()) {
            return Facts.unreadable("processes", "The processes");
        }
        return new Facts("processes",
                "Most memory is held by " + largest.stream().limit(3).map(each -> each.title() + " (" + each.text() + ")")
                        .collect(Collectors.joining(", ")) + ".",
                largest);
    }

    private Optional<Measured> process(String pid)
    {
        String status = "proc/" + pid + "/status";
        Optional<Long> resident = proc.member(status, "VmRSS").flatMap(MachineFacts::leadingNumber);
        return resident.map(kibibytes -> Measured.ofBytes("process " + pid, proc.member(status, "Name").orElse("?") + " " + pid,
                kibibytes * 1024, "/" + status));
    }

    private Facts kernel()
    {
        return proc.line("proc/sys/kernel/osrelease")
                .map(release -> new Facts("kernel", "The running kernel is Linux " + release + ".",
                        List.of(Measured.ofText("kernel.release", "Kernel", release, "/proc/sys/kernel/osrelease"))))
                .orElseGet(() -> Facts.unreadable("kernel", "The kernel's version"));
    }

    private Facts uptime()
    {
        return proc.line("proc/uptime").map(line -> (long) Double.parseDouble(line.split(" ")[0]))
                .map(seconds -> new Facts("uptime", "It has been running for " + Sizes.duration(seconds) + ".",
                        List.of(new Measured("uptime", "Uptime", seconds, Optional.of("seconds"), Sizes.duration(seconds),
                                "/proc/uptime"))))
                .orElseGet(() -> Facts.unreadable("uptime", "The time since the start"));
    }

    private Facts users()
    {
        // passwd(5); NixOS gives people ids from 1000 to 29999 (nixos/modules/config/users-groups).
        List<Measured> people = proc.lines("etc/passwd").stream().map(line -> line.split(":"))
                .filter(fields -> fields.length > 5 && isPerson(fields[2]))
                .map(fields -> Measured.ofText("user " + fields[0], fields[0],
                        fields[4].isEmpty() ? "home " + fields[5] : fields[4] + ", home " + fields[5], "/etc/passwd"))
                .toList();
        String names = people.stream().map(Measured::title).collect(Collectors.joining(", "));
        return new Facts("users",
                people.isEmpty()
                        ? "There are no accounts of people, only root and system accounts."
                        : "The accounts of people are " + names + ".",
                people);
    }

    private static boolean isPerson(String id)
    {
        return id.matches("[0-9]{4,5}") && Integer.parseInt(id) >= 1000 && Integer.parseInt(id) < 30_000;
    }

    private Facts hardware()
    {
        String product = Stream.of("sys_vendor", "product_name").flatMap(name -> proc.line("sys/class/dmi/id/" + name).stream())
                .collect(Collectors.joining(" "));
        List<Measured> values = new ArrayList<>();
        if (!product.isEmpty()) {
            values.add(Measured.ofText("hardware.product", "Machine", product, "/sys/class/dmi/id"));
        }
        for (Facts part : List.of(cpu(), memory(), gpu())) {
            values.addAll(part.values());
        }
        return new Facts("hardware",
                (product.isEmpty() ? "" : product + ". ") + cpu().sentence() + " " + memory().sentence() + " " + gpu().sentence(), values);
    }
}
