package dev.synchronizer.spring;

import dev.synchronizer.problem.ProblemsException;
import org.springframework.beans.factory.BeanInitializationException;

/** Handlers of saves, or the pipeline, are not as they have to be; the cause says why. */
final class WrongHandlersException extends BeanInitializationException {
    private static final long serialVersionUID = 1L;

    WrongHandlersException(ProblemsException cause) {
        super("the handlers of saves are not as they have to be: " + cause.getMessage(), cause);
    }
}
