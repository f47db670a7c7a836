package org.luminousnix.nix.activity;

import org.junit.jupiter.api.Test;

import org.luminousnix.nix.activity.LogEvent.Amount;
import org.luminousnix.nix.activity.LogEvent.Result;
import org.luminousnix.nix.activity.LogEvent.Started;
import org.luminousnix.nix.activity.LogEvent.Stopped;
import org.luminousnix.nix.activity.LogEvent.Text;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityTreeTest
{
    private final ActivityTree tree = new ActivityTree();

    @Test
    void totals_ofBuilds_followTheCounter()
    {
        start(1, ActivityType.BUILDS);
        progress(1, 2, 5, 1, 0);

        assertThat(tree.totals(ActivityType.BUILDS)).isEqualTo(new Totals(2, 5, 1, 0));
    }

    @Test
    void totals_afterAnActivityEnded_keepWhatItDid()
    {
        start(1, ActivityType.FILE_TRANSFER);
        progress(1, 80, 100, 0, 0);
        tree.apply(new Stopped(1));
        start(2, ActivityType.FILE_TRANSFER);
        progress(2, 10, 50, 0, 0);

        assertThat(tree.totals(ActivityType.FILE_TRANSFER)).isEqualTo(new Totals(90, 130, 0, 0));
    }

    @Test
    void totals_withASetExpectation_areAtLeastThat()
    {
        start(1, ActivityType.REALISE);
        expected(1, ActivityType.FILE_TRANSFER, 1000);

        assertThat(tree.totals(ActivityType.FILE_TRANSFER).expected()).isEqualTo(1000);
    }

    @Test
    void totals_afterTheExpectingActivityEnded_forgetItsExpectation()
    {
        start(1, ActivityType.REALISE);
        expected(1, ActivityType.FILE_TRANSFER, 1000);
        tree.apply(new Stopped(1));

        assertThat(tree.totals(ActivityType.FILE_TRANSFER)).isEqualTo(Totals.NONE);
    }

    @Test
    void running_ofABuild_hasSubjectPhaseAndLastLines()
    {
        tree.apply(new Started(1, 3, ActivityType.BUILD.number(), "building 'x'", List.of(new Text("/nix/store/x.drv")), 9));
        tree.apply(new Result(1, ResultType.SET_PHASE.number(), List.of(new Text("buildPhase"))));
        IntStream.range(0, 60)
                .forEach(line -> tree.apply(new Result(1, ResultType.BUILD_LOG_LINE.number(), List.of(new Text("line " + line)))));

        assertThat(tree.running()).singleElement().satisfies(build -> {
            assertThat(build.subject()).isEqualTo("/nix/store/x.drv");
            assertThat(build.phase()).contains("buildPhase");
            assertThat(build.parent()).isEqualTo(9);
            assertThat(build.log()).hasSize(ActivityTree.LOG_LINES).startsWith("line 10").endsWith("line 59");
        });
    }

    @Test
    void running_ofAnUnknownType_isKept()
    {
        tree.apply(new Started(1, 3, 4711, "dreaming", List.of(), 0));
        tree.apply(new Result(1, 4712, List.of()));

        assertThat(tree.running()).singleElement().satisfies(activity -> assertThat(activity.knownType()).isEmpty());
    }

    @Test
    void endedBuilds_afterManyBuilds_keepTheNewest()
    {
        for (int id = 1; id <= ActivityTree.ENDED_BUILDS + 5; id++) {
            start(id, ActivityType.BUILD);
            tree.apply(new Stopped(id));
        }

        assertThat(tree.endedBuilds()).hasSize(ActivityTree.ENDED_BUILDS).extracting(Activity::id).startsWith(6L);
    }

    @Test
    void apply_ofAResultForNothing_isWithoutEffect()
    {
        progress(42, 1, 1, 1, 1);
        tree.apply(new Stopped(42));

        assertThat(tree.running()).isEmpty();
    }

    private void start(long id, ActivityType type)
    {
        tree.apply(new Started(id, 3, type.number(), "", List.of(), 0));
    }

    private void progress(long id, long done, long expected, long running, long failed)
    {
        tree.apply(new Result(id, ResultType.PROGRESS.number(),
                List.of(new Amount(done), new Amount(expected), new Amount(running), new Amount(failed))));
    }

    private void expected(long id, ActivityType type, long number)
    {
        tree.apply(new Result(id, ResultType.SET_EXPECTED.number(), List.of(new Amount(type.number()), new Amount(number))));
    }
}
