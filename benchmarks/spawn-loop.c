/* Starts a program N times in sequence: the cost of the operating system alone. */
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

extern char **environ;

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: %s N PROGRAM [ARGUMENT...]\n", argv[0]);
        return 2;
    }
    for (long left = atol(argv[1]); left > 0; left--) {
        pid_t child;
        int status;
        int error = posix_spawnp(&child, argv[2], NULL, NULL, argv + 2, environ);
        if (error != 0) {
            fprintf(stderr, "%s: %s\n", argv[2], strerror(error));
            return 1;
        }
        waitpid(child, &status, 0);
    }
    return 0;
}
