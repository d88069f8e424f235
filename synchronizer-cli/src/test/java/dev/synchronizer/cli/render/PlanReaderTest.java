package dev.synchronizer.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.plan.SyncPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRecordedPlanReadsLikeTheOneThatWasRecorded(boolean all) {
        SyncPlan plan = Plans.ofEveryKind();
        String recorded = JsonOut.compact(out -> PlanJson.write(plan, false, true, all, out));

        assertThat(PlanReader.read(recorded)).isEqualTo(PlanView.of(plan, all));
    }

    @Test
    void soDoesWhatFollowsARename() {
        SyncPlan plan = Plans.ofARenameThatIsFollowed();
        String recorded = JsonOut.compact(out -> PlanJson.write(plan, false, true, false, out));

        assertThat(PlanReader.read(recorded)).isEqualTo(PlanView.of(plan, false));
        assertThat(PlanReader.read(recorded).following()).hasSize(1);
    }
}
