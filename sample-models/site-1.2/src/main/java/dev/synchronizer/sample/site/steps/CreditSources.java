package dev.synchronizer.sample.site.steps;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.migration.MigrationStep;
import dev.synchronizer.migration.StepContent;

/** Moves the sources of stories, which this release drops, to where credits are given. */
@Migration(version = "1.2", order = 2)
public class CreditSources implements MigrationStep {
    @Override
    public void migrate(StepContent content) {
        content.items("Article").having("source").forEach(story -> {
            if (story.get("credits").isEmpty()) {
                story.set("credits", story.get("source").orElseThrow());
            }
            story.clear("source");
        });
    }
}
