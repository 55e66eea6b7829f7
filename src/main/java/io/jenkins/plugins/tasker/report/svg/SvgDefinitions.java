package io.jenkins.plugins.tasker.report.svg;

/** Patterns and signs of pictures. Every picture of a page contains them; equal definitions do not conflict. */
final class SvgDefinitions {

    /** Signs are centred at their origin and take the colour of the element that uses them. */
    static final String DEFINITIONS = """
            <defs>
            <pattern id="tk-fill-failed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <rect class="tk-ink-failed" width="6" height="6" fill="#c2312c"/>\
            <rect width="2" height="6" fill="#fff" fill-opacity=".28"/></pattern>
            <pattern id="tk-fill-late" width="5" height="5" patternUnits="userSpaceOnUse">\
            <rect class="tk-ink-late" width="5" height="5" fill="#9a5b00"/>\
            <rect width="1.6" height="5" fill="#fff" fill-opacity=".4"/></pattern>
            <pattern id="tk-fill-retried" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">\
            <rect class="tk-paper" width="5" height="5" fill="#fff"/>\
            <rect class="tk-ink-failed" width="2" height="5" fill="#c2312c"/></pattern>
            <pattern id="tk-fill-unknown" width="5" height="5" patternUnits="userSpaceOnUse">\
            <rect class="tk-paper" width="5" height="5" fill="#fff"/>\
            <circle class="tk-ink-unknown" cx="2.5" cy="2.5" r="1.5" fill="#7544c4"/></pattern>
            <path id="tk-sign-ok" d="M-4 0-1.2 3 4-3" fill="none" stroke-width="2"/>
            <path id="tk-sign-failed" d="M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5" fill="none" stroke-width="2.2"/>
            <path id="tk-sign-late" d="M-3.5-4h7L-3.5 4h7z" fill="none" stroke-width="1.6" stroke-linejoin="round"/>
            <path id="tk-sign-retried" d="M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5" fill="none" stroke-width="1.4"/>
            <path id="tk-sign-skipped" d="M0-4 4 0 0 4-4 0z" fill="none" stroke-width="1.5"/>
            <path id="tk-sign-unknown" d="M-2.2-2a2.3 2.3 0 1 1 3.4 2C.2.6 0 1 0 1.8M0 3.6v1" fill="none" stroke-width="1.7"/>
            <path id="tk-sign-running" d="M-3-4 4 0-3 4z" fill="none" stroke-width="1.6" stroke-linejoin="round"/>
            <path id="tk-sign-open" d="M-4 0h8" fill="none" stroke-width="1.5"/>
            <path id="tk-head" d="M0 0-4-7h8z"/>
            </defs>
            """;

    private SvgDefinitions() {}
}
