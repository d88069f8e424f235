package dev.synchronizer.scan;

import dev.synchronizer.model.StepModel;
import java.util.List;

/**
 * A migration step with what only the scan looks at.
 *
 * @param renames what is called otherwise since this step
 */
record DeclaredStep(StepModel model, List<Rename> renames) {
    /**
     * A rename that a step declares.
     *
     * @param type for a property the name of its type as it is now; for a type its former name
     * @param property former name of the property; empty where the type is meant
     * @param to the name as it is now
     */
    record Rename(String type, String property, String to) {
        static Rename of(Annotation annotation) {
            return new Rename(annotation.text("type"), annotation.text("property"), annotation.text("to"));
        }

        boolean isOfType() {
            return property.isEmpty();
        }

        @Override
        public String toString() {
            return isOfType() ? type + " to " + to : type + "." + property + " to " + to;
        }
    }
}
