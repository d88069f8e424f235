package dev.synchronizer.task;

/** What is done where a server has changed what another one changes too. */
public enum ConflictPolicy {
    /** Nothing, before somebody decides. */
    HOLD,
    /** What does not overlap is put together; what does is left to somebody. */
    MERGE,
    /** The server that sends wins. */
    OURS,
    /** The server that receives wins. */
    THEIRS,
    /**
     * At each place the last one to change it wins, on all servers alike, whatever way it comes and in whatever order; so
     * servers that stage to each other in a circle come to hold the same.
     */
    NEWEST;

    /** This one, or the other one where that takes less from the server that receives. */
    public ConflictPolicy atMost(ConflictPolicy other) {
        return other.taken() < taken() ? other : this;
    }

    /** How much of what the receiver holds may be lost. */
    private int taken() {
        return switch (this) {
            case THEIRS -> 0;
            case HOLD -> 1;
            case MERGE -> 2;
            case NEWEST -> 3;
            case OURS -> 4;
        };
    }
}
