package org.luminousnix.nix.store;

import org.junit.jupiter.api.Test;
import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClosureGraphTest
{
    private static final StorePath A = path("a");
    private static final StorePath B = path("b");
    private static final StorePath C = path("c");
    private static final StorePath D = path("d");
    private static final StorePath E = path("f-alone");

    // a needs b and c, both need d, d needs itself.
    private static final ClosureGraph DIAMOND = ClosureGraph.builder().add(A, 1, List.of(B, C)).add(B, 10, List.of(D))
            .add(C, 100, List.of(D))
            .add(D, 1_000, List.of(D)).add(E, 10_000, List.of()).build();

    @Test
    void closureSize_countsWhatIsSharedOnce()
    {
        assertThat(DIAMOND.closureSize(A)).isEqualTo(1_111);
    }

    @Test
    void closure_ofAnObject_isWhatItNeeds()
    {
        assertThat(DIAMOND.closure(B)).containsExactlyInAnyOrder(B, D);
    }

    @Test
    void references_toItself_areLeftOut()
    {
        assertThat(DIAMOND.references(D)).isEmpty();
        assertThat(DIAMOND.referrers(D)).containsExactlyInAnyOrder(B, C);
    }

    @Test
    void shortestChains_betweenTwo_areAllOfThem()
    {
        assertThat(DIAMOND.shortestChains(A, D, 10)).containsExactlyInAnyOrder(List.of(A, B, D), List.of(A, C, D));
    }

    @Test
    void shortestChains_limitedToOne_areOne()
    {
        assertThat(DIAMOND.shortestChains(A, D, 1)).hasSize(1);
    }

    @Test
    void shortestChains_toItself_areItself()
    {
        assertThat(DIAMOND.shortestChains(A, A, 10)).containsExactly(List.of(A));
    }

    @Test
    void shortestChains_toWhatIsNotNeeded_areNone()
    {
        assertThat(DIAMOND.shortestChains(A, E, 10)).isEmpty();
        assertThat(DIAMOND.shortestChains(D, A, 10)).isEmpty();
    }

    @Test
    void shortestChains_fromWhatIsNotThere_areRefused()
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> DIAMOND.shortestChains(path("zz"), A, 1))
                .extracting(NixException::code).isEqualTo(NixErrorCode.NO_SUCH_STORE_PATH);
    }

    @Test
    void build_withAReferenceThatWasNotAdded_isRefused()
    {
        ClosureGraph.Builder builder = ClosureGraph.builder().add(A, 1, List.of(B));

        assertThatExceptionOfType(NixException.class).isThrownBy(builder::build).withMessageContaining(B.baseName());
    }

    @Test
    void add_twice_isRefused()
    {
        ClosureGraph.Builder builder = ClosureGraph.builder().add(A, 1, List.of());

        assertThatExceptionOfType(NixException.class).isThrownBy(() -> builder.add(A, 1, List.of()));
    }

    @Test
    void graph_ofManyObjects_isThatOfASimpleOne()
    {
        var closure = new SyntheticClosure(2_000);
        ClosureGraph graph = closure.graph();
        Map<StorePath, List<StorePath>> simple = new HashMap<>();
        for (int number = 0; number < 2_000; number++) {
            simple.put(closure.path(number), closure.references(number));
        }

        assertThat(graph.paths()).containsExactlyInAnyOrderElementsOf(simple.keySet());
        simple.forEach((path, references) -> assertThat(graph.references(path)).containsExactlyInAnyOrderElementsOf(references));
        List<StorePath> chain = graph.shortestChains(closure.path(0), closure.path(1_500), 1).getFirst();
        assertThat(chain).hasSize(distance(simple, closure.path(0), closure.path(1_500)) + 1);
        for (int step = 1; step < chain.size(); step++) {
            assertThat(simple.get(chain.get(step - 1))).contains(chain.get(step));
        }
    }

    @Test
    void graph_ofAHundredThousandObjects_isLoadedAndAskedWithinASecondAndSixtyMegabytes()
    {
        var closure = new SyntheticClosure(100_000);
        List<StorePath> paths = new ArrayList<>();
        List<List<StorePath>> references = new ArrayList<>();
        for (int number = 0; number < 100_000; number++) {
            paths.add(closure.path(number));
            references.add(closure.references(number));
        }
        Duration fastest = Duration.ofDays(1);
        long memory = 0;
        // Others may use the processor too: the fastest round says what it takes.
        for (int round = 0; round < 8 && fastest.toSeconds() > 0; round++) {
            long before = usedHeap();
            long start = System.nanoTime();
            ClosureGraph graph = load(paths, references);
            List<List<StorePath>> chains = graph.shortestChains(closure.path(0), closure.path(77_777), 5);
            var took = Duration.ofNanos(System.nanoTime() - start);
            memory = Math.max(memory, usedHeap() - before);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
            assertThat(chains).isNotEmpty();
            // What is compared here is what must still have been there when the heap was measured.
            assertThat(graph.size()).isEqualTo(paths.size()).isEqualTo(references.size());
        }
        assertThat(fastest).isLessThan(Duration.ofSeconds(1));
        assertThat(memory).isLessThan(60_000_000);
    }

    private static ClosureGraph load(List<StorePath> paths, List<List<StorePath>> references)
    {
        ClosureGraph.Builder builder = ClosureGraph.builder();
        for (int number = 0; number < paths.size(); number++) {
            builder.add(paths.get(number), number, references.get(number));
        }
        return builder.build();
    }

    private static long usedHeap()
    {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static int distance(Map<StorePath, List<StorePath>> references, StorePath from, StorePath to)
    {
        Map<StorePath, Integer> distances = new HashMap<>(Map.of(from, 0));
        List<StorePath> queue = new ArrayList<>(List.of(from));
        for (int head = 0; head < queue.size(); head++) {
            StorePath reached = queue.get(head);
            for (StorePath reference : references.get(reached)) {
                if (distances.putIfAbsent(reference, distances.get(reached) + 1) == null) {
                    queue.add(reference);
                }
            }
        }
        return distances.get(to);
    }

    private static StorePath path(String name)
    {
        String digit = name.substring(0, 1);
        return new StorePath((digit.equals("e") ? "0" : digit).repeat(32), name);
    }
}
