package dev.synchronizer.content;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.StoredItem;
import java.util.Optional;
import java.util.UUID;

/** What is in the way of something that is to be done with an item. */
final class ItemProblems {
    private ItemProblems() {}

    static ProblemsException missing(UUID id) {
        return refusal(ProblemCode.NO_SUCH_ITEM, id.toString(), "there is no item of this id");
    }

    static ProblemsException inBin(StoredItem row) {
        return refusal(ProblemCode.ITEM_IN_BIN, row.named(), "it is in the recycle bin");
    }

    static ProblemsException notInBin(StoredItem row) {
        return refusal(ProblemCode.ITEM_NOT_IN_BIN, row.named(), "it is not in the recycle bin");
    }

    /** An item is on its way to be saved, in a way in which nothing else can be done with it. */
    static ProblemsException underWay(ItemDraft draft) {
        String done = switch (draft.operation()) {
            case CREATE, DUPLICATE -> "just being made";
            case DELETE -> "being deleted";
            case RESTORE -> "being restored";
            case PURGE -> "being purged";
            case UPDATE, RENAME, MOVE -> "being saved";
        };
        return refusal(ProblemCode.SAVE_UNDER_WAY, draft.row().named(), "it is " + done + " in the same unit of work");
    }

    static ProblemsException refusal(ProblemCode code, String subject, String message) {
        return new ProblemsException(Problem.of(code, subject, message), null);
    }

    /**
     * The same name, if an item can have it.
     *
     * @throws ProblemsException if it cannot
     */
    static String checkedName(String name) {
        nameFault(name).ifPresent(fault -> {
            throw refusal(ProblemCode.WRONG_ITEM_NAME, "name", fault);
        });
        return name;
    }

    static Optional<String> nameFault(String name) {
        Optional<String> fault = name.isBlank() ? Optional.of("is blank") : ColumnText.fault(name, ColumnText.MAX_NAME);
        return fault.map(flaw -> "the name " + ColumnText.quoted(name) + " " + flaw);
    }
}
