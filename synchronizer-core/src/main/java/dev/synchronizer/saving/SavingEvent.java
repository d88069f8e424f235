package dev.synchronizer.saving;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import org.jspecify.annotations.Nullable;

/** A save that is not written yet; a processor that stands behind the write is given one too, and can only look. */
public final class SavingEvent extends SaveEvent {
    SavingEvent(Save save, String listener) {
        super(save, listener);
    }

    /** Sets a value of no language in particular; null takes it away. The change set follows. */
    public void set(String property, @Nullable Object value) {
        set(property, "", value);
    }

    /**
     * Sets a value in a language; null takes it away. The change set follows.
     *
     * @throws ProblemsException if the item's type has no such property, or that cannot hold the value
     * @throws IllegalStateException if it is written already, or nothing can be set: the synchronizer's own commits can be
     *     vetoed, and not changed
     */
    public void set(String property, String language, @Nullable Object value) {
        set(ChangedPlace.value(property, language), value);
    }

    /** Takes a value of no language in particular away. */
    public void clear(String property) {
        set(property, null);
    }

    /** Gives the item another name. */
    public void setName(String name) {
        set(ChangedPlace.NAME, name);
    }

    /**
     * Sets an administrator's setting of the type or property that is saved.
     *
     * @throws ProblemsException if it has no such setting, or that cannot hold the value
     */
    public void setSetting(String setting, Object value) {
        set(ChangedPlace.setting(setting), value);
    }

    private void set(ChangedPlace place, @Nullable Object value) {
        save().requireOpen(listener(), "sets " + place + " of");
        if (!save().draft().isOpen()) {
            throw new IllegalStateException(
                    listener() + " cannot set " + place + " of " + subject() + ": it can only be observed and vetoed");
        }
        save().draft().set(place, value);
    }

    /** Tells of something about the whole item. */
    public void report(FindingSeverity severity, String message) {
        report(severity, "", "", message);
    }

    /**
     * Tells of something about a value.
     *
     * @throws IllegalStateException if it is written already
     */
    public void report(FindingSeverity severity, String property, String language, String message) {
        save().requireOpen(listener(), "tells of");
        save().report(new Finding(listener(), severity, property, language, message));
    }

    /**
     * Refuses the save: the caller gets a {@link SaveVetoedException}, and nothing of the whole unit is written.
     *
     * @param code what is refused, for programs
     * @param message why, for people, without a full stop
     * @return never; so that {@code throw event.veto(…)} can be written
     * @throws IllegalStateException if it is written already; before the commit, that too takes all of it back
     */
    public SaveVetoedException veto(String code, String message) {
        save().requireOpen(listener(), "refuses");
        throw new SaveVetoedException(subject(), listener(), code, message);
    }

    /**
     * Asks somebody for a decision that can be yes or no.
     *
     * @param question as it is shown behind the subject and who asks, without a question mark
     * @return the answer; yes where all questions are answered so beforehand
     * @throws ProblemsException if nobody can be asked, as in a run
     * @throws IllegalStateException if it is written already
     */
    public boolean ask(String question) {
        save().requireOpen(listener(), "asks about");
        SaveOptions options = save().options();
        if (options.confirmed()) {
            return true;
        }
        String asks = listener() + " asks: " + question;
        return options.asking().orElseThrow(() -> unanswered(asks)).confirms(subject() + ": " + asks);
    }

    private ProblemsException unanswered(String asks) {
        ProblemCode code = ProblemCode.QUESTION_UNANSWERED;
        return new ProblemsException(new Problem(code, subject().toString(), asks, origin().wayOut(code)), null);
    }
}
