package dev.synchronizer.sample.site.steps;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.migration.MigrationStep;
import dev.synchronizer.migration.StepContent;

/** Gives every person a full name, which is new in this release. */
@Migration(version = "1.2", order = 1)
public class JoinNames implements MigrationStep {
    @Override
    public void migrate(StepContent content) {
        content.items("Person").having("familyName").forEach(person -> {
            String familyName = (String) person.get("familyName").orElseThrow();
            String fullName = person.get("givenName")
                    .map(given -> given + " " + familyName)
                    .orElse(familyName);
            person.set("fullName", fullName);
        });
    }
}
