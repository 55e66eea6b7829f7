package io.jenkins.plugins.tasker.pipeline;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Stands in for the context of a step in saved state. */
final class SavedContext extends StepContext {

    private static final long serialVersionUID = 1L;

    @Override
    public <T> T get(Class<T> key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onSuccess(Object result) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onFailure(Throwable reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isReady() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ListenableFuture<Void> saveState() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setResult(Result result) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SavedContext;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
