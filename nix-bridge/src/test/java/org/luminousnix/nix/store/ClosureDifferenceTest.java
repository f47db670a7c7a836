package org.luminousnix.nix.store;

import org.junit.jupiter.api.Test;
import org.luminousnix.nix.store.ClosureDifference.Change;
import org.luminousnix.nix.store.ClosureDifference.Kind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ClosureDifferenceTest
{
    @Test
    void between_equalClosures_hasNoChanges()
    {
        Map<StorePath, Long> closure = closure("0:hello-1.0:10", "1:source:20");

        assertThat(ClosureDifference.between(closure, closure).changes()).isEmpty();
    }

    @Test
    void between_twoVersions_isAnUpgradeWithItsSize()
    {
        ClosureDifference difference = ClosureDifference.between(closure("0:hello-2.9:10", "1:same-1:5"),
                closure("2:hello-2.10:17", "1:same-1:5"));

        assertThat(difference.changes()).containsExactly(new Change("hello", Kind.UPGRADED, List.of("2.9"), List.of("2.10"), 7));
        assertThat(difference.byteChange()).isEqualTo(7);
        assertThat(difference.bytesBefore()).isEqualTo(15);
    }

    @Test
    void between_twoVersionsBackwards_isADowngrade()
    {
        assertThat(only(closure("0:hello-2.10:10"), closure("1:hello-2.9:10")).kind()).isEqualTo(Kind.DOWNGRADED);
    }

    @Test
    void between_whatIsNew_isAdded()
    {
        assertThat(only(closure(), closure("0:hello-1.0:10", "1:hello-1.0-man:2"))).isEqualTo(
                new Change("hello", Kind.ADDED, List.of(), List.of("1.0"), 12));
    }

    @Test
    void between_whatIsGone_isRemoved()
    {
        assertThat(only(closure("0:hello-1.0:10"), closure())).isEqualTo(new Change("hello", Kind.REMOVED, List.of("1.0"), List.of(), -10));
    }

    @Test
    void between_theSameVersionBuiltOtherwise_isRebuilt()
    {
        assertThat(only(closure("0:hello-1.0:10"), closure("1:hello-1.0:10")).kind()).isEqualTo(Kind.REBUILT);
    }

    @Test
    void between_oneMoreOldVersion_isChanged()
    {
        assertThat(only(closure("0:openssl-3.0:10"), closure("0:openssl-3.0:10", "1:openssl-1.1:9"))).isEqualTo(
                new Change("openssl", Kind.CHANGED, List.of("3.0"), List.of("1.1", "3.0"), 9));
    }

    @Test
    void between_objectsWithoutVersion_isRebuilt()
    {
        assertThat(only(closure("0:etc:10"), closure("1:etc:12"))).isEqualTo(new Change("etc", Kind.REBUILT, List.of(), List.of(), 2));
    }

    @Test
    void between_graphs_isThatOfTheirObjects()
    {
        var hello = new StorePath("0".repeat(32), "hello-1.0");
        ClosureGraph graph = ClosureGraph.builder().add(hello, 10, List.of()).build();

        assertThat(ClosureDifference.between(ClosureGraph.builder().build(), graph).byteChange()).isEqualTo(10);
    }

    private static Change only(Map<StorePath, Long> before, Map<StorePath, Long> after)
    {
        ClosureDifference difference = ClosureDifference.between(before, after);
        assertThat(difference.changes()).hasSize(1);
        return difference.changes().getFirst();
    }

    /// Objects written `digit:name:size`.
    private static Map<StorePath, Long> closure(String... objects)
    {
        var closure = new HashMap<StorePath, Long>();
        for (String object : objects) {
            String[] parts = object.split(":");
            closure.put(new StorePath(parts[0].repeat(32), parts[1]), Long.parseLong(parts[2]));
        }
        return closure;
    }
}
