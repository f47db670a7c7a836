package org.luminousnix.daemon.facts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class MachineFactsTest
{
    @TempDir
    private Path root;

    @Test
    void about_memory_subtractsWhatIsAvailable()
            throws IOException
    {
        write("proc/meminfo", "MemTotal:        8388608 kB\nMemFree:          100000 kB\nMemAvailable:    6291456 kB\nSwapTotal: 0 kB\n");

        Facts facts = new MachineFacts(root).about("memory").orElseThrow();

        assertThat(facts.sentence()).isEqualTo("2.0 GiB of 8.0 GiB of memory are in use (25 %); 6.0 GiB are available.");
        assertThat(facts.values()).extracting(Measured::name).contains("memory.total", "memory.available", "memory.used", "swap.total");
    }

    @Test
    void about_cpu_namesModelThreadsAndLoad()
            throws IOException
    {
        write("proc/cpuinfo", "processor\t: 0\nmodel name\t: Fast One\n\nprocessor\t: 1\nmodel name\t: Fast One\n");
        write("proc/loadavg", "0.42 0.30 0.20 1/200 4242\n");

        assertThat(new MachineFacts(root).about("cpu").orElseThrow().sentence())
                .isEqualTo("Fast One with 2 hardware threads; the load over the last minute is 0.42.");
    }

    @Test
    void about_users_countsPeopleOnly()
            throws IOException
    {
        write("etc/passwd",
                "root:x:0:0:root:/root:/bin/sh\nalice:x:1000:100:Alice:/home/alice:/bin/zsh\nnobody:x:65534:65534::/:/bin/false\nnixbld1:x:30001:30000:Nix build user 1:/var/empty:/bin/false\n");

        assertThat(new MachineFacts(root).about("users").orElseThrow().values()).extracting(Measured::title).containsExactly("alice");
    }

    @Test
    void about_whatCannotBeRead_saysSo()
    {
        assertThat(new MachineFacts(root).about("memory").orElseThrow().sentence()).isEqualTo("The memory cannot be read on this machine.");
    }

    @Test
    void about_anUnknownTopic_isEmpty()
    {
        assertThat(new MachineFacts(root).about("weather")).isEmpty();
    }

    @Test
    void about_everyTopicOfThisMachine_isAnswered()
    {
        MachineFacts facts = new MachineFacts(Path.of("/"));

        assertThat(facts.topics()).allSatisfy(topic -> assertThat(facts.about(topic).orElseThrow().sentence()).isNotBlank());
    }

    @Test
    void duration_ofDays_hasTwoUnits()
    {
        assertThat(Sizes.duration(3 * 86_400 + 3600)).isEqualTo("3 days 1 hour");
    }

    private void write(String file, String text)
            throws IOException
    {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
