return await ActorSockets.Server.CommandLine.RunAsync(args);
