package dev.synchronizer.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;

/** Compares models in few words. */
final class Diffs {
    private Diffs() {}

    /** As if the first model had been committed. */
    static ModelDiff compare(ContentModel before, ContentModel after) {
        return ModelComparison.compare(StoredModel.ofCommitted(before), after, Scope.everything());
    }

    static TypeDiff only(ModelDiff diff) {
        assertThat(diff.types()).hasSize(1);
        return diff.types().get(0);
    }
}
