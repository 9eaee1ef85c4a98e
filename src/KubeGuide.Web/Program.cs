using KubeGuide.Web.Commands;

return await CommandLine.RunAsync(args);
