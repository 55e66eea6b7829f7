package org.kohsuke.stapler;

import java.io.IOException;

public class ForwardToView extends RuntimeException implements HttpResponse {

    private static final long serialVersionUID = 1L;

    private ForwardToView() {}

    @Override
    public void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node) throws IOException {
        throw new UnsupportedOperationException();
    }
}
