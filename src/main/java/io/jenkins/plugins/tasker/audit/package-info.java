/**
 * Keeps the former name of a class that earlier versions saved in the flow nodes of Pipelines. Pipeline loads flow nodes with
 * its own serializers, which ignore the class aliases of this plugin. A loaded object replaces itself by its current class.
 */
package io.jenkins.plugins.tasker.audit;
