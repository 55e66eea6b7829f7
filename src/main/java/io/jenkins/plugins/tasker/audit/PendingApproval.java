package io.jenkins.plugins.tasker.audit;

import jenkins.model.CauseOfInterruption;

/** The former outer class of {@link NotApproved}. */
final class PendingApproval {

    private PendingApproval() {}

    /** A cause of an earlier version, which becomes a {@link io.jenkins.plugins.tasker.web.PendingApproval.NotApproved}. */
    static final class NotApproved extends CauseOfInterruption {

        private static final long serialVersionUID = 1L;

        private final String user;

        private NotApproved(String user) {
            this.user = user;
        }

        private Object readResolve() {
            return new io.jenkins.plugins.tasker.web.PendingApproval.NotApproved(user);
        }

        @Override
        public String getShortDescription() {
            throw new UnsupportedOperationException();
        }
    }
}
