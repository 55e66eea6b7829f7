package jenkins.model.queue;

public interface QueueItem {}
