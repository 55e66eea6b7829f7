/**
 * The name of a class in the flow nodes of Pipelines that an earlier version ran. Pipeline loads flow nodes with serializers of
 * its own, which know no aliases of this plugin. A loaded object replaces itself by its current class.
 */
package io.jenkins.plugins.tasker.audit;
