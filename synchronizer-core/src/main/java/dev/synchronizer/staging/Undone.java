package dev.synchronizer.staging;

/** Nothing of it is to stay: the unit is rolled back. */
final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    Undone(Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
