package hudson.tasks.test;

import java.io.Serializable;

public class PipelineTestDetails implements Serializable {
    private static final long serialVersionUID = 1L;

    private PipelineTestDetails() {}
}
