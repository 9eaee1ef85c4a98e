using KubeGuide.Core.Rendering.Code;

namespace KubeGuide.Core.Tests.Rendering.Code;

public sealed class KubectlCommandTests
{
    [Theory]
    [InlineData("kubectl get po", "po")]
    [InlineData("kubectl get po,svc -A", "po svc")]
    [InlineData("  kubectl  get   pods", "pods")]
    [InlineData("kubectl -n kube-system get pods", "pods")]
    [InlineData("kubectl --namespace=web get deploy/web", "deploy")]
    [InlineData("kubectl get -o wide --show-labels no worker-1", "no")]
    [InlineData("kubectl explain pod.spec.containers", "pod")]
    [InlineData("kubectl scale --replicas=3 deployment/web", "deployment")]
    [InlineData("kubectl rollout restart deployments.apps/web", "deployments")]
    [InlineData("kubectl set image deployment/web app=nginx", "deployment")]
    [InlineData("kubectl logs deploy/web -c app", "deploy")]
    [InlineData("kubectl logs web", "")]
    [InlineData("kubectl exec -it web -- sh", "")]
    [InlineData("kubectl rollout status", "")]
    [InlineData("kubectl get", "")]
    [InlineData("kubectl get -n web", "")]
    [InlineData("kubectl", "")]
    [InlineData("kubectl version pod", "")]
    [InlineData("kubectl-neat get pod", "")]
    [InlineData("helm get pod", "")]
    [InlineData("k get po", "po")]
    [InlineData("$ k get po", "po")]
    [InlineData("sort -k get po", "")]
    [InlineData("$ kubectl get po | grep web; kubectl delete svc web", "po svc")]
    [InlineData("watch kubectl get po", "po")]
    [InlineData("# kubectl get po", "")]
    [InlineData("kubectl get po # kubectl get svc", "po")]
    [InlineData("kubectl create secret generic x", "secret")]
    [InlineData("kubectl delete -f pod.yaml", "")]
    [InlineData("kubectl logs -f deploy/web", "deploy")]
    [InlineData("kubectl get Pod", "Pod")]
    [InlineData("kubectl get | sort", "")]
    [InlineData("", "")]
    public void The_resource_is_the_argument_of_the_verb(string command, string resources) =>
        Assert.Equal(resources, string.Join(' ', KubectlCommand.Resources(command).Select(r => command.Substring(r.Start, r.Length))));
}
