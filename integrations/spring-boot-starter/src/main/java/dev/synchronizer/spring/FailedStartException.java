package dev.synchronizer.spring;

import org.springframework.beans.factory.BeanInitializationException;

/** The content types could not be synchronized, and the application is not to start then; the cause says why. */
final class FailedStartException extends BeanInitializationException {
    private static final long serialVersionUID = 1L;

    FailedStartException(RuntimeException cause) {
        super("the content types could not be synchronized", cause);
    }
}
